//! Results that come again: the papers of a batch share their title, their units, most of their sentences.
//!
//! Owns which results are kept, and how many. Must not know what is computed: only functions of a text and a few terms
//! alone may use it, so that nothing of a paper but its speed depends on the papers before it. Its results go back to those
//! functions.

/// How many texts have a place of their own; about as many more are kept beside them.
const PLACES: usize = 2048;

/// How many texts share a place.
const IN_A_PLACE: usize = 2;

/// A longer text rarely comes again.
const LONGEST: usize = 512;

/// The results of one function, by its text and its other terms. A text is kept when it comes for the second time: most
/// of those that are a paper's own never come again.
#[derive(Debug)]
pub(crate) struct KeptResults<Terms, Made> {
    /// Empty until a text comes.
    places: Vec<KeptPlace<Terms, Made>>,
}

/// The texts whose hashes begin alike.
#[derive(Debug)]
struct KeptPlace<Terms, Made> {
    /// The hashes of the texts that came last.
    seen: [u64; IN_A_PLACE],
    kept: [Option<Box<KeptResult<Terms, Made>>>; IN_A_PLACE],
}

#[derive(Debug)]
struct KeptResult<Terms, Made> {
    text: Box<str>,
    terms: Terms,
    made: Made,
}

impl<Terms, Made> Default for KeptResults<Terms, Made> {
    fn default() -> Self {
        Self { places: Vec::new() }
    }
}

impl<Terms: PartialEq, Made> KeptResults<Terms, Made> {
    /// The result for a text and terms, made where it is not known. `Made` should be cheap to clone.
    pub(crate) fn get(&mut self, text: &str, terms: Terms, compute: impl FnOnce() -> Made) -> Made
    where
        Made: Clone,
    {
        if let Some(made) = self.known(text, &terms) {
            return made.clone();
        }
        let made = compute();
        if self.comes_again(text) {
            self.keep(text, terms, made.clone());
        }
        made
    }

    /// The result for a text and terms, where it is kept.
    pub(crate) fn known(&self, text: &str, terms: &Terms) -> Option<&Made> {
        let place = self.places.get(place(hash(text)))?;
        let known = place.kept.iter().flatten().find(|kept| *kept.text == *text && kept.terms == *terms)?;
        Some(&known.made)
    }

    /// Whether the text came before, so that its result should be kept; notes that it came.
    pub(crate) fn comes_again(&mut self, text: &str) -> bool {
        if text.len() > LONGEST {
            return false;
        }
        if self.places.is_empty() {
            let free = || KeptPlace { seen: [0; IN_A_PLACE], kept: [const { None }; IN_A_PLACE] };
            self.places = std::iter::repeat_with(free).take(PLACES).collect();
        }
        let hash = hash(text);
        let seen = &mut self.places[place(hash)].seen;
        if seen.contains(&hash) {
            return true;
        }
        seen.rotate_right(1);
        seen[0] = hash;
        false
    }

    /// Keeps the result of a text that comes again.
    pub(crate) fn keep(&mut self, text: &str, terms: Terms, made: Made) {
        let Some(place) = self.places.get_mut(place(hash(text))) else { return };
        place.kept.rotate_right(1);
        place.kept[0] = Some(Box::new(KeptResult { text: text.into(), terms, made }));
    }
}

/// The last result of a function whose input most often comes again.
#[derive(Debug)]
pub(crate) struct KeptLast<Input, Made> {
    last: Option<(Input, Made)>,
    /// How many inputs in a row were not the last one.
    others: usize,
}

impl<Input, Made> Default for KeptLast<Input, Made> {
    fn default() -> Self {
        Self { last: None, others: 0 }
    }
}

impl<Input, Made: Clone> KeptLast<Input, Made> {
    /// How many inputs in a row may be new before they are kept only now and then: keeping them costs, too.
    const TRIED: usize = 4;
    const NOW_AND_THEN: usize = 16;

    /// The result for an input, made where it is not that of the last one.
    pub(crate) fn get(
        &mut self,
        is_it: impl FnOnce(&Input) -> bool,
        input: impl FnOnce() -> Input,
        compute: impl FnOnce() -> Made,
    ) -> Made {
        if let Some((_, made)) = self.last.as_ref().filter(|(last, _)| is_it(last)) {
            self.others = 0;
            return made.clone();
        }
        self.others += 1;
        if self.others > Self::TRIED && !self.others.is_multiple_of(Self::NOW_AND_THEN) {
            return compute();
        }
        let input = input();
        let made = compute();
        self.last = Some((input, made.clone()));
        made
    }
}

/// A hash that costs little. Texts that were chosen to have the same only cost time: their results are not kept.
fn hash(text: &str) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let add = |hash: u64, bytes: [u8; 8]| (hash.rotate_left(5) ^ u64::from_le_bytes(bytes)).wrapping_mul(FACTOR);
    let (eights, rest) = text.as_bytes().as_chunks::<8>();
    // No text has the hash 0.
    let hash = eights.iter().fold(rest.len() as u64 + 1, |hash, bytes| add(hash, *bytes));
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    add(hash, last) | 1
}

/// The highest bits depend on all bytes.
fn place(hash: u64) -> usize {
    usize::try_from(hash >> (u64::BITS - PLACES.ilog2())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_is_kept_when_its_text_comes_again() {
        let (mut kept, mut count) = (KeptResults::default(), 0);
        let mut get = |text: &str, terms: u8| {
            kept.get(text, terms, || {
                count += 1;
                format!("{text}{terms}")
            })
        };
        for _ in 0..5 {
            assert_eq!([get("a", 1), get("a", 2), get("b", 1)], ["a1", "a2", "b1"]);
        }
        // "a" with 1 is made when "a" is new, and again in the second round; "a" with 2 is kept at once.
        assert_eq!(count, 5);
    }

    #[test]
    fn no_more_than_so_many_texts_are_kept_and_none_that_is_long() {
        let mut kept = KeptResults::default();
        for _ in 0..3 {
            for number in 0..3 * PLACES * IN_A_PLACE {
                assert_eq!(kept.get(&number.to_string(), (), || number), number);
            }
        }
        assert_eq!(kept.places.len(), PLACES);
        let long = "a".repeat(LONGEST + 1);
        (0..3).for_each(|_| assert_eq!(kept.get(&long, (), || 0), 0));
        assert!(kept.known(&long, &()).is_none());
    }

    #[test]
    fn the_last_result_is_kept_while_its_input_comes_again() {
        let (mut kept, mut count) = (KeptLast::default(), 0);
        let mut get = |input: &str| {
            kept.get(
                |last| last == input,
                || input.to_owned(),
                || {
                    count += 1;
                    input.len()
                },
            )
        };
        for text in ["a", "ab"] {
            assert_eq!([text; 10].map(&mut get), [text.len(); 10]);
        }
        (0..100).for_each(|number| assert_eq!(get(&format!("{number:02}")), 2));
        assert_eq!([get("abc"), get("abc")], [3, 3]);
        // The last one is rarely kept among so many others.
        assert!((103..=104).contains(&count), "{count}");
    }

    #[test]
    fn texts_are_spread_over_all_places() {
        let mut counts = vec![0; PLACES];
        for number in 0..8 * PLACES {
            counts[place(hash(&format!("thôn Gò Giữa {number}")))] += 1;
        }
        assert!(counts.iter().all(|count| *count < 40), "{:?}", counts.iter().max());
    }
}
