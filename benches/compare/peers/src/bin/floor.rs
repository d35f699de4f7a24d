//! The floor: the cells of the workbook streamed by calamine, and the same bytes as in our documents deflated at the same
//! level and written, by as many threads, without sync. Nothing is understood, checked or set.
//!
//! Usage: floor WORKBOOK DOCUMENTS FOLDER THREADS. Prints the seconds without the time to load DOCUMENTS.

use std::collections::HashMap;
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::time::Instant;
use std::{env, fs, thread};

use calamine::{Reader as _, Xlsx, open_workbook};
use zip::ZipArchive;
use zlib_rs::{Deflate, DeflateConfig, DeflateFlush};

/// A part: what must be deflated again for each document, or the bytes that all documents share.
enum Part {
    Own(Vec<u8>),
    Shared(usize),
}

fn main() {
    let [workbook, documents, folder, threads] = &env::args().skip(1).collect::<Vec<_>>()[..] else {
        panic!("four words")
    };
    let threads: usize = threads.parse().expect("a number of threads");
    let (mut names, mut papers, mut shared) = (Vec::new(), Vec::new(), Vec::new());
    let mut known: HashMap<Vec<u8>, usize> = HashMap::new();
    for entry in fs::read_dir(documents).expect("the documents are there").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.ends_with(".docx") {
            continue;
        }
        let mut package = ZipArchive::new(File::open(entry.path()).expect("a document opens")).expect("it is a package");
        let mut parts = Vec::new();
        for at in 0..package.len() {
            let mut part = package.by_index(at).expect("a part");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("a part can be read");
            let is_own = ["word/document.xml", "docProps/core.xml", "docProps/custom.xml"].contains(&&*part.name().expect("a name"));
            parts.push(if is_own {
                Part::Own(bytes)
            } else {
                Part::Shared(*known.entry(bytes.clone()).or_insert_with(|| {
                    shared.push(deflated(&mut compressor(), &bytes));
                    shared.len() - 1
                }))
            });
        }
        names.push(name);
        papers.push(parts);
    }
    let start = Instant::now();
    let mut book: Xlsx<_> = open_workbook(workbook).expect("the workbook opens");
    let mut cells = 0_usize;
    for sheet in book.sheet_names() {
        let mut reader = book.worksheet_cells_reader(&sheet).expect("a sheet");
        while reader.next_cell().expect("a cell").is_some() {
            cells += 1;
        }
    }
    let share = papers.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        for (names, papers) in names.chunks(share).zip(papers.chunks(share)) {
            let shared = &shared;
            scope.spawn(move || {
                let mut compressor = compressor();
                for (name, parts) in names.iter().zip(papers) {
                    let mut file = File::create(format!("{folder}/{name}")).expect("the folder can be written to");
                    let made: Vec<u8> = parts
                        .iter()
                        .flat_map(|part| match part {
                            Part::Own(bytes) if bytes.len() >= 1024 => deflated(&mut compressor, bytes),
                            Part::Own(bytes) => bytes.clone(),
                            Part::Shared(at) => shared[*at].clone(),
                        })
                        .collect();
                    file.write_all(&made).expect("the folder can be written to");
                }
            });
        }
    });
    println!("{:.3} {cells}", start.elapsed().as_secs_f64());
}

fn compressor() -> Deflate {
    Deflate::new_with_config(DeflateConfig { level: 1, mem_level: 4, window_bits: -15, ..DeflateConfig::default() })
}

fn deflated(compressor: &mut Deflate, bytes: &[u8]) -> Vec<u8> {
    compressor.reset();
    let mut made = vec![0; bytes.len() + 64];
    compressor.compress(bytes, &mut made, DeflateFlush::Finish).expect("memory takes every write");
    made.truncate(usize::try_from(compressor.total_out()).expect("it fits"));
    made
}
