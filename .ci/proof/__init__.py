"""What a reader of the printed pages can prove of a written .docx.

Owns the checks that scripts beside this folder call. Knows nothing of our own program: only its .docx files, as
LibreOffice sets them and python-docx reads them. Every check ends as a `Finding`.
"""
