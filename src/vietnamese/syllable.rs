//! Whether a word can be a Vietnamese syllable: an initial, a rime and a tone that fit.
//!
//! Owns the initials and rimes of the language. Must not know where words stand. Text in an old encoding is recognised
//! by it: what is no syllable as typed, and one when it is read by the old table.

use super::letters::{Tone, marked};

/// Whether a word of letters is a syllable, in either style of tone marks.
///
/// # Examples
/// ```
/// use vanthu::vietnamese::syllable::is_syllable;
/// assert!(is_syllable("chuyển") && is_syllable("Hoà") && is_syllable("QUÝ"));
/// assert!(!is_syllable("chuyeån") && !is_syllable("wifi") && !is_syllable("viêc"));
/// ```
#[must_use]
pub fn is_syllable(word: &str) -> bool {
    let mut toneless = String::with_capacity(word.len());
    let mut tone = Tone::Level;
    for letter in word.chars() {
        let small = match marked(letter) {
            None if letter.is_ascii_alphabetic() => letter.to_ascii_lowercase(),
            None => return false,
            Some(marked) => {
                if marked.tone != Tone::Level {
                    if tone != Tone::Level {
                        return false;
                    }
                    tone = marked.tone;
                }
                marked.toneless.to_lowercase().next().unwrap_or(letter)
            }
        };
        toneless.push(small);
    }
    // A syllable that is stopped has one of two tones: sắc, nặng.
    let is_stopped = toneless.ends_with(['c', 'p', 't']) || toneless.ends_with("ch");
    (!is_stopped || matches!(tone, Tone::Acute | Tone::Dot))
        && INITIALS.iter().any(|initial| {
            let rime = toneless.strip_prefix(initial).filter(|rime| !rime.is_empty());
            rime.is_some_and(|rime| RIMES.binary_search(&rime).is_ok() && (rime != "y" || BEFORE_Y.contains(initial)))
        })
}

/// What a syllable begins with; the first for one that begins with its vowel.
const INITIALS: [&str; 28] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
    "r", "s", "t", "th", "tr", "v", "x",
];

/// The initials of the rime y.
const BEFORE_Y: [&str; 10] = ["", "h", "k", "l", "m", "qu", "s", "t", "th", "v"];

/// What a syllable ends with, without its tone; sorted.
#[rustfmt::skip]
const RIMES: [&str; 163] = [
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "e", "ec", "em", "en", "eng",
    "eo", "ep", "et", "i", "ia", "ich", "im", "in", "inh", "ip", "it", "iu", "iêc", "iêm", "iên", "iêng", "iêp",
    "iêt", "iêu", "o", "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay", "oc",
    "oe", "oen", "oeo", "oet", "oi", "om", "on", "ong", "ooc", "oong", "op", "ot", "oăc", "oăm", "oăn", "oăng", "oăt",
    "u", "ua", "uc", "ui", "um", "un", "ung", "up", "ut", "uy", "uya", "uych", "uyn", "uynh", "uyp", "uyt", "uyu",
    "uyên", "uyêt", "uân", "uâng", "uât", "uây", "uê", "uêch", "uênh", "uôc", "uôi", "uôm", "uôn", "uông", "uôt",
    "uơ", "y", "ych", "ynh", "yt", "yu", "yêm", "yên", "yêng", "yêt", "yêu", "âc", "âm", "ân", "âng", "âp", "ât",
    "âu", "ây", "ê", "êch", "êm", "ên", "ênh", "êp", "êt", "êu", "ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp", "ôt", "ăc",
    "ăm", "ăn", "ăng", "ăp", "ăt", "ơ", "ơi", "ơm", "ơn", "ơp", "ơt", "ư", "ưa", "ưc", "ưi", "ưm", "ưng", "ưt", "ưu",
    "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rimes_are_sorted() {
        assert!(RIMES.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn syllables_are_told_from_other_words() {
        for word in "Ủy ban nhân dân xã quyết nghị giặt giũ gì yêu nghiêng khuỷu quạnh Đoàn hoà hòa ướt thuở khuya tuýp"
            .split(' ')
        {
            assert!(is_syllable(word), "{word}");
        }
        for word in ["Uûy", "nhaân", "đy", "ngủp", "cộôn", "wifi", "Krông", "UBND", "", "viờc"] {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
