//! Deflates a text as zlib does at its fastest level, bit for bit, and begins where it differs from the text before.
//!
//! Owns the search for repeated parts and their codes (RFC 1951, fixed codes). Must not know what a text is: the papers of
//! a batch begin alike, and what was deflated of that beginning is not deflated again. Its bytes go into the package. A
//! property test compares them with those of zlib-rs, whatever was deflated before.

use std::fmt;

/// The longest text: a longer one would need zlib's sliding window.
pub(super) const LONGEST_TEXT: usize = 64 * 1024;

/// The farthest distance and the greatest length of a repeated part.
const FARTHEST: usize = 32 * 1024 - 262;
const MOST_REPEATED: usize = 258;
/// A repeated part has at least the bytes that are looked up.
const LOOKED_UP: usize = 4;

/// Texts are compared in pieces of this size.
const COMPARED: usize = 128;

/// Deflates one text after another.
pub(super) struct QuickDeflate {
    /// The text deflated last, and what it gave.
    text: Vec<u8>,
    bits: BitWriter,
    /// Where four bytes were last, by their hash; 0 also where they were nowhere.
    places: Vec<u16>,
    /// What was written of the text, in order, without its last three bytes.
    symbols: Vec<Symbol>,
}

/// A byte or a repeated part.
#[derive(Clone, Copy)]
struct Symbol {
    /// Where it begins in the text.
    start: u16,
    /// Which place it set, and the place that was there before.
    hash: u16,
    place_before: u16,
    /// Where it begins in what was written, in bits.
    bit: usize,
}

impl Default for QuickDeflate {
    fn default() -> Self {
        Self { text: Vec::new(), bits: BitWriter::default(), places: vec![0; 1 << 16], symbols: Vec::new() }
    }
}

impl fmt::Debug for QuickDeflate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("QuickDeflate").finish_non_exhaustive()
    }
}

impl QuickDeflate {
    /// A text deflated.
    ///
    /// # Panics
    /// When the text is longer than [`LONGEST_TEXT`].
    pub(super) fn deflated(&mut self, text: &[u8]) -> Vec<u8> {
        assert!(text.len() <= LONGEST_TEXT, "a longer text needs a sliding window");
        let start = self.rewind(text);
        let rest = self.write_symbols(start);
        for byte in &self.text[rest..] {
            self.bits.push(LITERALS[usize::from(*byte)]);
        }
        self.bits.push(END_OF_BLOCK);
        self.bits.finish().to_vec()
    }

    /// Takes the text in place of the last one, and goes back to where both certainly give the same. Returns where that is
    /// in the text.
    fn rewind(&mut self, text: &[u8]) -> usize {
        self.bits.make_room(text.len());
        let common = common_start(&self.text, text);
        self.text.truncate(common);
        self.text.extend_from_slice(&text[common..]);
        let is_same = |symbol: &Symbol| usize::from(symbol.start) + MOST_REPEATED <= common;
        // The last symbol tells where to go on, and is always made again.
        let kept = self.symbols.partition_point(is_same).min(self.symbols.len().saturating_sub(1));
        let Some(Symbol { start, bit, .. }) = self.symbols.get(kept).copied() else {
            self.bits.rewind(0);
            self.bits.push(LAST_BLOCK);
            return 0;
        };
        for symbol in self.symbols.drain(kept..).rev() {
            self.places[usize::from(symbol.hash)] = symbol.place_before;
        }
        self.bits.rewind(bit);
        usize::from(start)
    }

    /// Writes the text from here on, as long as four bytes are left. Returns where it stopped.
    fn write_symbols(&mut self, mut start: usize) -> usize {
        let Self { text, bits, places, symbols } = self;
        while let Some(value) = value_at(text, start) {
            let hash = hash(value);
            let (Ok(place), Ok(short_hash)) = (u16::try_from(start), u16::try_from(hash)) else { break };
            let place_before = std::mem::replace(&mut places[hash], place);
            symbols.push(Symbol { start: place, hash: short_hash, place_before, bit: bits.place() });
            let earlier = usize::from(place_before);
            let distance = start - earlier;
            if (1..=FARTHEST).contains(&distance) && value_at(text, earlier) == Some(value) {
                let length = repeated(text, earlier, start);
                bits.push(LENGTHS[length]);
                bits.push(distance_code(distance));
                start += length;
            } else {
                bits.push(LITERALS[usize::from(text[start])]);
                start += 1;
            }
        }
        start
    }
}

/// How many bytes two texts begin with alike, rounded down.
fn common_start(one: &[u8], other: &[u8]) -> usize {
    let alike = one.chunks_exact(COMPARED).zip(other.chunks_exact(COMPARED)).take_while(|(one, other)| one == other);
    alike.count() * COMPARED
}

/// Four bytes as a number; `None` where fewer are left.
fn value_at(text: &[u8], start: usize) -> Option<u32> {
    text.get(start..)?.first_chunk::<LOOKED_UP>().map(|bytes| u32::from_le_bytes(*bytes))
}

/// zlib's hash of four bytes, below 2^16.
fn hash(value: u32) -> usize {
    (value.wrapping_mul(2_654_435_761) >> 16) as usize
}

/// How many bytes from here on were also there earlier; the first ones are known to be.
fn repeated(text: &[u8], earlier: usize, start: usize) -> usize {
    let most = (text.len() - start).min(MOST_REPEATED);
    let (one, other) = (&text[earlier..earlier + most], &text[start..start + most]);
    let mut length = 0;
    while let (Some(one), Some(other)) = (one[length..].first_chunk::<8>(), other[length..].first_chunk::<8>()) {
        let difference = u64::from_le_bytes(*one) ^ u64::from_le_bytes(*other);
        if difference != 0 {
            return length + difference.trailing_zeros() as usize / 8;
        }
        length += 8;
    }
    length + one[length..].iter().zip(&other[length..]).take_while(|(one, other)| one == other).count()
}

/// Bits with their number, the first one lowest.
#[derive(Clone, Copy)]
struct Bits {
    bits: u64,
    count: u32,
}

/// The last block begins, in fixed codes.
const LAST_BLOCK: Bits = Bits { bits: 0b011, count: 3 };

/// The code of the end of a block.
const END_OF_BLOCK: Bits = Bits { bits: 0, count: 7 };

/// The codes of the bytes.
const LITERALS: [Bits; 256] = {
    let mut codes = [END_OF_BLOCK; 256];
    let mut byte = 0_u32;
    while byte < 256 {
        codes[byte as usize] = fixed_code(byte);
        byte += 1;
    }
    codes
};

/// The codes of the lengths, from 3 on.
const LENGTHS: [Bits; MOST_REPEATED + 1] = {
    let mut codes = [END_OF_BLOCK; MOST_REPEATED + 1];
    // The greatest length has a code of its own.
    let mut above = 0_u32;
    while above < 255 {
        let extra = if above < 8 { 0 } else { above.ilog2() - 2 };
        let code = fixed_code(257 + 4 * extra + (above >> extra));
        codes[above as usize + 3] = with_extra(code, above, extra);
        above += 1;
    }
    codes[MOST_REPEATED] = fixed_code(285);
    codes
};

/// The fixed code of a byte, of the end or of a length: 3.2.6 of the RFC. Codes have their first bit highest.
const fn fixed_code(symbol: u32) -> Bits {
    let (code, count) = match symbol {
        0..144 => (0b0011_0000 + symbol, 8),
        144..256 => (0b1_1001_0000 + symbol - 144, 9),
        256..280 => (symbol - 256, 7),
        _ => (0b1100_0000 + symbol - 280, 8),
    };
    Bits { bits: (code.reverse_bits() >> (32 - count)) as u64, count }
}

/// The code of a distance.
fn distance_code(distance: usize) -> Bits {
    let above = u32::try_from(distance - 1).unwrap_or(u32::MAX);
    let extra = if above < 4 { 0 } else { above.ilog2() - 1 };
    let code = 2 * extra + (above >> extra);
    with_extra(Bits { bits: u64::from(code.reverse_bits() >> (32 - 5)), count: 5 }, above, extra)
}

/// A code with the lowest bits of a number after it.
const fn with_extra(code: Bits, number: u32, extra: u32) -> Bits {
    let lowest = (number & ((1 << extra) - 1)) as u64;
    Bits { bits: code.bits | lowest << code.count, count: code.count + extra }
}

/// Writes bits, the first one lowest in its byte.
#[derive(Default)]
struct BitWriter {
    /// What is written, and room for more: as large as the text before needed it.
    room: Vec<u8>,
    /// How many bytes are written.
    length: usize,
    /// Bits that are not written yet; fewer than 32.
    waiting: u64,
    count: u32,
}

impl BitWriter {
    /// Makes room for a text of this length: no byte of it takes more than nine bits.
    fn make_room(&mut self, length: usize) {
        let most = length + length / 8 + 2 * size_of::<u64>();
        if self.room.len() < most {
            self.room.resize(most, 0);
        }
    }

    #[inline]
    fn push(&mut self, Bits { bits, count }: Bits) {
        self.waiting |= bits << self.count;
        self.count += count;
        if self.count >= 32 {
            self.write_waiting();
            self.length += 4;
            self.waiting >>= 32;
            self.count -= 32;
        }
    }

    /// Writes the waiting bits and blank ones behind them, which the next ones replace.
    #[inline]
    fn write_waiting(&mut self) {
        let next = self.length..self.length + size_of::<u64>();
        self.room[next].copy_from_slice(&self.waiting.to_le_bytes());
    }

    /// How many bits were pushed.
    fn place(&self) -> usize {
        8 * self.length + self.count as usize
    }

    /// Writes what is left, up to a whole byte. Returns everything written.
    fn finish(&mut self) -> &[u8] {
        self.write_waiting();
        self.length += self.count.div_ceil(8) as usize;
        (self.waiting, self.count) = (0, 0);
        &self.room[..self.length]
    }

    /// Drops all bits but the first ones; all bits are written.
    fn rewind(&mut self, place: usize) {
        let (whole, more) = (place / 8, place % 8);
        let partly = self.room.get(whole).copied().unwrap_or_default();
        (self.length, self.waiting) = (whole, u64::from(partly) & ((1 << more) - 1));
        self.count = u32::try_from(more).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use zlib_rs::{Deflate, DeflateConfig, DeflateFlush, Status};

    use super::*;

    /// What zlib-rs makes of a text at its fastest level.
    fn by_zlib(text: &[u8]) -> Vec<u8> {
        let config = DeflateConfig { level: 1, mem_level: 4, window_bits: -15, ..DeflateConfig::default() };
        let mut deflated = vec![0; 2 * text.len() + 64];
        let mut compressor = Deflate::new_with_config(config);
        let end = compressor.compress(text, &mut deflated, DeflateFlush::Finish).expect("memory takes every write");
        assert!(matches!(end, Status::StreamEnd));
        deflated.truncate(usize::try_from(compressor.total_out()).expect("it is short"));
        deflated
    }

    /// A text of pieces that come again.
    fn pieces() -> impl Strategy<Value = Vec<u8>> {
        let piece = prop_oneof![
            4 => "[a-c<> ]{1,6}",
            2 => "<w:p><w:pPr><w:pStyle w:val=\"[A-Z]{1,3}\" /></w:pPr></w:p>",
            2 => "Thôn [A-Z]{1,2}|Ủy ban nhân dân xã ",
            1 => "\\PC{0,40}",
            1 => "a{200,600}",
        ];
        prop::collection::vec(piece, 0..120).prop_map(|pieces| pieces.concat().into_bytes())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

        #[test]
        fn the_bytes_are_those_of_zlib_whatever_was_deflated_before(
            beginning in pieces(),
            ends in prop::collection::vec((0_usize..20_000, pieces()), 1..8),
            repeats in 1_usize..12,
        ) {
            let mut quick = QuickDeflate::default();
            for (kept, end) in ends {
                let mut text = beginning.repeat(repeats);
                text.truncate(kept);
                text.extend(end);
                text.truncate(LONGEST_TEXT);
                prop_assert!(quick.deflated(&text) == by_zlib(&text));
            }
        }

        #[test]
        fn noise_and_long_texts_are_deflated_like_others(seed in any::<u64>(), length in 0_usize..=LONGEST_TEXT, few in any::<bool>()) {
            let mut state = seed | 1;
            let noise = std::iter::repeat_with(|| {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                state.to_le_bytes()[0] & if few { 3 } else { 255 }
            });
            let text: Vec<u8> = noise.take(length).collect();
            let mut quick = QuickDeflate::default();
            for part in [&text[..], &text[..length / 2], &text] {
                prop_assert!(quick.deflated(part) == by_zlib(part));
            }
        }
    }
}
