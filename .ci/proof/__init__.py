"""What a reader of the printed pages can prove of a written .docx.

Owns the checks that the scripts beside this folder call. Must not know our program: only its .docx files, as
LibreOffice lays them out and python-docx reads them. Every check ends as a `Finding`.
"""
