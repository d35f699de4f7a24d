//! A shape: the XML that docx-rs writes for one form, made once, with gaps for everything that varies.
//!
//! Owns how gaps are marked, found and filled, and escaping a text that fills one. Must not know what a shape is for.
//! Its filled shapes are pieces of a part.

use docx_rs::BuildXML;

use super::text::escape;
use super::tidy;
use super::xml::parse;

/// The mark of a gap in a shape, followed by its number of two digits: docx-rs accepts it both as a length and as a
/// name, and writes it unchanged.
const MARK: &str = "19000000";
const FIRST: u32 = 1_900_000_000;

/// The mark to give docx-rs for a variable number; gaps are numbered from 0 to 99.
pub(super) fn gap<Number: TryFrom<u32>>(number: u32) -> Number {
    let Ok(mark) = Number::try_from(FIRST + number) else {
        panic!("every kind of number that Word counts in is large enough")
    };
    mark
}

/// The mark to give docx-rs for a variable text.
pub(super) fn text_gap(number: u32) -> String {
    (FIRST + number).to_string()
}

/// The value for a gap.
#[derive(Clone, Copy, Debug)]
pub(super) enum Filling<'a> {
    /// A number.
    Number(i64),
    /// A text, not yet escaped.
    Text(&'a str),
}

impl From<i32> for Filling<'_> {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u32> for Filling<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Filling<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl<'a> From<&'a str> for Filling<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

/// A piece of XML with gaps.
#[derive(Debug)]
pub(super) struct XmlShape {
    xml: String,
    /// The offset of each gap in the XML, and its number.
    gaps: Vec<(usize, usize)>,
}

impl XmlShape {
    /// The shape of XML with marked gaps.
    pub(super) fn new(marked: &str) -> Self {
        let mut pieces = marked.split(MARK);
        let mut xml = pieces.next().unwrap_or_default().to_owned();
        let mut gaps = Vec::new();
        for piece in pieces {
            let (number, rest) = piece.split_at(2);
            gaps.push((xml.len(), number.parse().expect("a gap has a number of two digits")));
            xml.push_str(rest);
        }
        Self { xml, gaps }
    }

    /// Writes the shape with these values in its gaps, by their numbers.
    pub(super) fn fill(&self, fillings: &[Filling<'_>], written: &mut Vec<u8>) {
        let xml = self.xml.as_bytes();
        let mut start = 0;
        for (end, number) in &self.gaps {
            written.extend_from_slice(&xml[start..*end]);
            match fillings[*number] {
                Filling::Number(number) => written.extend_from_slice(itoa::Buffer::new().format(number).as_bytes()),
                Filling::Text(text) => escape(text, written),
            }
            start = *end;
        }
        written.extend_from_slice(&xml[start..]);
    }
}

/// The XML of docx-rs, corrected for Word.
pub(super) fn tidied(built: &impl BuildXML) -> String {
    let built = built.build();
    let mut element = parse(std::str::from_utf8(&built).expect("docx-rs writes UTF-8"));
    tidy::tidy_element(&mut element);
    let mut written = Vec::new();
    element.write_to(&mut written);
    String::from_utf8(written).expect("what was UTF-8 still is")
}

/// The shapes made so far, by their forms, of which there are few.
#[derive(Debug)]
pub(super) struct Shapes<Form, Made = XmlShape>(Vec<(Form, Made)>);

impl<Form, Made> Default for Shapes<Form, Made> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<Form: PartialEq, Made> Shapes<Form, Made> {
    /// The shape of this form, made when it is first needed.
    pub(super) fn get(&mut self, form: Form, make: impl FnOnce(&Form) -> Made) -> &Made {
        let known = self.0.iter().position(|(known, _)| *known == form);
        let at = known.unwrap_or_else(|| {
            let shape = make(&form);
            self.0.push((form, shape));
            self.0.len() - 1
        });
        &self.0[at].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_by_number_in_any_order() {
        let marked = format!("<a b=\"{}\" c=\"{}\" d=\"{}\"/>", text_gap(1), gap::<i32>(0), text_gap(1));
        let mut written = Vec::new();
        XmlShape::new(&marked).fill(&[(-5).into(), "<&".into()], &mut written);
        assert_eq!(written, br#"<a b="&lt;&amp;" c="-5" d="&lt;&amp;"/>"#);
    }
}
