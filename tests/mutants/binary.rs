//! Changes of binary parts and of whole files: of bytes, of numbers, of the records of an .xls.
//!
//! Owns which places are worth changing. Must not know what a record means.

use super::Dice;

/// Numbers at which readers stumble.
const EXTREMES: [u32; 12] =
    [0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0xffff_fffe, 0xffff_ffff, 0x7fff_ffff, 0x8000_0000, 0x00ff_ffff, 0x4000];
/// Records of an .xls that another may be turned into.
const RECORDS: [u16; 24] = [
    0x06, 0x0a, 0x22, 0x2f, 0x31, 0x3c, 0x42, 0x5e, 0x7d, 0x81, 0x85, 0xbd, 0xd6, 0xe0, 0xe5, 0xfc, 0xfd, 0x203, 0x204,
    0x205, 0x207, 0x208, 0x27e, 0x809,
];
/// The first record of a workbook's stream.
const FIRST: [u8; 4] = [0x09, 0x08, 0x10, 0x00];

/// One change of bytes.
pub(super) fn change(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let at = dice.below(bytes.len());
    let to = (at + dice.below(200)).min(bytes.len());
    match dice.below(8) {
        0 | 1 => {
            for _ in 0..=dice.below(4) {
                let at = dice.below(bytes.len());
                set(bytes, at, &[byte(dice)]);
            }
        }
        2 => extreme(bytes, at, dice),
        3 => {
            let from = dice.below(bytes.len());
            let copied = bytes[from..(from + to - at).min(bytes.len())].to_vec();
            set(bytes, at, &copied);
        }
        4 => {
            let again = bytes[at..to].to_vec();
            bytes.splice(at..at, again);
        }
        5 => drop(bytes.drain(at..to)),
        6 if dice.below(4) == 0 => bytes.truncate(at),
        _ => {
            // A part of the directory or of the tables of sectors has numbers of four bytes.
            let at = at & !3;
            extreme(bytes, at, dice);
        }
    }
}

/// One change of an .xls: of a record, of the header of the container, or of any bytes.
pub(super) fn change_container(bytes: &mut Vec<u8>, dice: &mut Dice) {
    match dice.below(10) {
        0 => {
            let at = 0x18 + dice.below(0x60);
            extreme(bytes, at, dice);
        }
        1..=6 => change_record(bytes, dice),
        _ => change(bytes, dice),
    }
}

fn change_record(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let records = records(bytes);
    let Some(&(at, size)) = records.get(dice.below(records.len())) else { return change(bytes, dice) };
    match dice.below(7) {
        0 => set(bytes, at, &RECORDS[dice.below(RECORDS.len())].to_le_bytes()),
        1 => {
            let size = u16::try_from(dice.below(usize::from(u16::MAX))).expect("two bytes");
            set(bytes, at + 2, &size.to_le_bytes());
        }
        2 => {
            let shifted =
                u16::try_from(size).expect("two bytes").wrapping_add([1, 2, 4, 0xffff, 0xfffe][dice.below(5)]);
            set(bytes, at + 2, &shifted.to_le_bytes());
        }
        3 => {
            // Another record in its place: as many bytes as both have.
            let (other, other_size) = records[dice.below(records.len())];
            let copied = bytes[other..(other + 4 + other_size.min(size)).min(bytes.len())].to_vec();
            set(bytes, at, &copied);
        }
        _ => {
            let at = at + 4 + dice.below(size.max(1));
            if dice.below(2) == 0 { set(bytes, at, &[byte(dice)]) } else { extreme(bytes, at, dice) }
        }
    }
}

/// The records of the stream, as it stands in one piece in the file: the place of each, and its size.
fn records(bytes: &[u8]) -> Vec<(usize, usize)> {
    let Some(mut at) = bytes.windows(FIRST.len()).position(|window| window == FIRST) else { return Vec::new() };
    let mut found = Vec::new();
    while let Some(head) = bytes.get(at..at + 4) {
        let size = usize::from(u16::from_le_bytes([head[2], head[3]]));
        if head == [0; 4] || found.len() == 20_000 {
            break;
        }
        found.push((at, size));
        at += 4 + size;
    }
    found
}

fn extreme(bytes: &mut [u8], at: usize, dice: &mut Dice) {
    let number = EXTREMES[dice.below(EXTREMES.len())].to_le_bytes();
    let size = [1, 2, 4, 4][dice.below(4)];
    set(bytes, at, &number[..size]);
}

fn set(bytes: &mut [u8], at: usize, new: &[u8]) {
    for (byte, new) in bytes.iter_mut().skip(at).zip(new) {
        *byte = *new;
    }
}

fn byte(dice: &mut Dice) -> u8 {
    u8::try_from(dice.below(256)).expect("a byte")
}
