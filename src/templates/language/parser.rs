//! Builds the tree of a template from its parts.
//!
//! Owns which tags there are and how they close. Must not know what a name means. Its output goes to `checking` and
//! `cost`. An invalid tag is reported and left out, so that all other mistakes are reported in the same run.

use super::fault::{Faults, Spot};
use super::lexer::cut;
use super::reader::{RESERVED, Read, TagReader, Unreadable};
use super::token::{LexedPart, Tag, TagToken};
use super::tree::{Expression, ExpressionKind, SpottedWord, TemplateNode};
use super::{DEEPEST, MOST_BRANCHES};
use crate::diag::Diagnostic;

/// A parsed text, and its mistakes.
#[derive(Clone, Debug)]
pub(crate) struct Tree {
    /// Its nodes, in order, without invalid tags.
    pub(crate) nodes: Vec<TemplateNode>,
    /// The mistakes.
    pub(crate) faults: Faults,
}

impl Tree {
    /// Parses a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut faults = Faults::default();
        let nodes = parse(text, &mut faults);
        Self { nodes, faults }
    }
}

/// Parses a text; mistakes are reported and left out.
pub(crate) fn parse(text: &str, faults: &mut Faults) -> Vec<TemplateNode> {
    let pieces = cut(text, faults);
    let mut parser = Parser { text, faults, open: Vec::new(), nodes: Vec::new() };
    for piece in pieces {
        match piece {
            LexedPart::Text(spot) => parser.add(TemplateNode::Text(spot)),
            LexedPart::Output(tag) => parser.output(&tag),
            LexedPart::Tag(tag) => parser.tag(&tag),
        }
    }
    parser.finish()
}

/// An open tag, and its content so far.
struct Open {
    /// Its place.
    spot: Spot,
    kind: OpenTag,
    /// The kind of an open tag.
    outside: Vec<TemplateNode>,
}

enum OpenTag {
    If { done: Vec<(Expression, Vec<TemplateNode>)>, condition: Option<Expression> },
    For { variable: Option<SpottedWord>, source: Expression, body: Option<Vec<TemplateNode>> },
}

impl OpenTag {
    /// The words that open and close it.
    fn words(&self) -> (&'static str, &'static str) {
        match self {
            Self::If { .. } => ("if", "endif"),
            Self::For { .. } => ("for", "endfor"),
        }
    }
}

struct Parser<'a> {
    text: &'a str,
    faults: &'a mut Faults,
    open: Vec<Open>,
    nodes: Vec<TemplateNode>,
}

impl Parser<'_> {
    fn add(&mut self, node: TemplateNode) {
        // The nesting limit is reported once, at the opening tag; the content there is left out.
        if self.open.len() <= DEEPEST {
            self.nodes.push(node);
        }
    }

    fn output(&mut self, tag: &Tag) {
        if tag.is_broken {
            return;
        }
        #[allow(clippy::redundant_closure_for_method_calls, reason = "the method alone has too narrow a lifetime")]
        if let Ok(value) = self.read(tag, |reader| reader.expression()) {
            self.add(TemplateNode::Output(value));
        }
    }

    /// Reads the whole inside of a tag.
    fn read<T>(&mut self, tag: &Tag, inside: impl FnOnce(&mut TagReader) -> Read<T>) -> Read<T> {
        let mut reader = TagReader::new(self.text, tag, self.faults);
        let read = inside(&mut reader)?;
        reader.expect_end()?;
        Ok(read)
    }

    fn tag(&mut self, tag: &Tag) {
        let word = match tag.lexemes.first() {
            Some(lexeme) => match &lexeme.token {
                TagToken::Name(name) => SpottedWord { text: name.clone(), spot: lexeme.spot.clone() },
                _ => {
                    return self.unknown(
                        tag,
                        &SpottedWord { text: self.text[lexeme.spot.clone()].to_owned(), spot: lexeme.spot.clone() },
                    );
                }
            },
            None if tag.is_broken => return,
            None => return self.unknown(tag, &SpottedWord { text: String::new(), spot: tag.spot.clone() }),
        };
        match word.text.as_str() {
            "if" => self.begin_if(tag),
            "elif" | "else" => self.branch(tag, &word),
            "for" => self.begin_for(tag),
            "endif" | "endfor" => self.end(tag, &word),
            "set" => self.set(tag),
            "include" => self.include(tag),
            _ => self.unknown(tag, &word),
        }
    }

    fn unknown(&mut self, tag: &Tag, word: &SpottedWord) {
        const KNOWN: [&str; 8] = ["if", "elif", "else", "endif", "for", "endfor", "set", "include"];
        if tag.is_broken && word.text.is_empty() {
            return;
        }
        let message = Diagnostic::error("MAU-013").with("what", format!("{{% {} %}}", word.text));
        let nearest = crate::vietnamese::fold::nearest(&word.text, KNOWN);
        let message = match word.text.as_str() {
            "set_global" => message.hint("set"),
            _ => message.hint("tag").nearest(nearest),
        };
        self.faults.add(message, word.spot.clone());
    }

    /// The expression after a tag's first word; a mistake in it is reported.
    fn condition(&mut self, tag: &Tag, word: &'static str) -> Expression {
        let read = if tag.is_broken {
            Err(Unreadable)
        } else {
            self.read(tag, |reader| {
                reader.expect_word(word)?;
                reader.expression()
            })
        };
        read.unwrap_or_else(|Unreadable| Expression { spot: tag.spot.clone(), meaning: ExpressionKind::Broken })
    }

    fn begin_if(&mut self, tag: &Tag) {
        let condition = self.condition(tag, "if");
        self.begin(tag, OpenTag::If { done: Vec::new(), condition: Some(condition) });
    }

    fn begin_for(&mut self, tag: &Tag) {
        let read = if tag.is_broken {
            Err(Unreadable)
        } else {
            self.read(tag, |reader| {
                reader.expect_word("for")?;
                let variable = reader.variable()?;
                reader.expect_word("in")?;
                Ok((variable, reader.expression()?))
            })
        };
        let broken = Expression { spot: tag.spot.clone(), meaning: ExpressionKind::Broken };
        let (variable, source) = match read {
            Ok((variable, source)) => (Some(variable), source),
            // The variable is still defined, so that its uses are not reported as well.
            Err(Unreadable) => (variable_of(tag), broken),
        };
        self.begin(tag, OpenTag::For { variable, source, body: None });
    }

    fn begin(&mut self, tag: &Tag, kind: OpenTag) {
        if self.open.len() == DEEPEST {
            let message = Diagnostic::error("MAU-020").with("most", DEEPEST).hint("nesting");
            self.faults.add(message, tag.spot.clone());
        }
        let outside = std::mem::take(&mut self.nodes);
        self.open.push(Open { spot: tag.spot.clone(), kind, outside });
    }

    fn branch(&mut self, tag: &Tag, word: &SpottedWord) {
        let is_elif = word.text == "elif";
        let condition = if is_elif { Some(self.condition(tag, "elif")) } else { None };
        if !is_elif && !tag.is_broken {
            let _reported = self.read(tag, |reader| reader.expect_word("else"));
        }
        let body = std::mem::take(&mut self.nodes);
        let (is_taken, is_too_many) = match self.open.last_mut().map(|open| &mut open.kind) {
            Some(OpenTag::If { done, condition: current }) if current.is_some() => {
                done.push((current.take().expect("just looked at"), body));
                *current = condition;
                (true, done.len() == MOST_BRANCHES)
            }
            Some(OpenTag::For { body: whole @ None, .. }) if !is_elif => {
                *whole = Some(body);
                (true, false)
            }
            _ => {
                self.nodes = body;
                (false, false)
            }
        };
        if is_too_many {
            let message = Diagnostic::error("MAU-020").with("most", MOST_BRANCHES).hint("branches");
            self.faults.add(message, tag.spot.clone());
        }
        if !is_taken {
            self.stray(word, "if");
        }
    }

    /// Reports a tag without an opening one.
    fn stray(&mut self, word: &SpottedWord, opening: &str) {
        let message = Diagnostic::error("MAU-012").with("tag", format!("{{% {} %}}", word.text));
        self.faults.add(message.with("opening", format!("{{% {opening} … %}}")), word.spot.clone());
    }

    fn end(&mut self, tag: &Tag, word: &SpottedWord) {
        if !tag.is_broken {
            let _reported = self.read(tag, |reader| reader.name().and(Ok(())));
        }
        let opening = word.text.trim_start_matches("end");
        let Some(open) = self.open.last() else { return self.stray(word, opening) };
        if open.kind.words().1 != word.text {
            // Closed in the wrong order: either the inner tag was not closed, or this closing tag is superfluous.
            if !self.open.iter().any(|open| open.kind.words().1 == word.text) {
                return self.stray(word, opening);
            }
            self.unclosed();
            self.close();
            return self.end_quietly(word);
        }
        self.close();
    }

    /// Closes the tag that the word closes; unclosed tags inside it are reported.
    fn end_quietly(&mut self, word: &SpottedWord) {
        while let Some(open) = self.open.last() {
            let is_it = open.kind.words().1 == word.text;
            if !is_it {
                self.unclosed();
            }
            self.close();
            if is_it {
                return;
            }
        }
    }

    /// Reports that the innermost open tag is never closed.
    fn unclosed(&mut self) {
        let Some(open) = self.open.last() else { return };
        let (opening, closing) = open.kind.words();
        let message = Diagnostic::error("MAU-011").with("tag", format!("{{% {opening} … %}}"));
        self.faults.add(message.with("closing", format!("{{% {closing} %}}")), open.spot.clone());
    }

    /// Adds the innermost open tag to the one around it.
    fn close(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let inside = std::mem::replace(&mut self.nodes, open.outside);
        let node = match open.kind {
            OpenTag::If { mut done, condition: Some(condition) } => {
                done.push((condition, inside));
                TemplateNode::If { branches: done, otherwise: Vec::new() }
            }
            OpenTag::If { done, condition: None } => TemplateNode::If { branches: done, otherwise: inside },
            OpenTag::For { variable, source, body } => {
                let (body, otherwise) = match body {
                    Some(body) => (body, inside),
                    None => (inside, Vec::new()),
                };
                let variable = variable.unwrap_or(SpottedWord { text: String::new(), spot: open.spot });
                TemplateNode::For { variable, source, body, otherwise }
            }
        };
        self.add(node);
    }

    fn set(&mut self, tag: &Tag) {
        if tag.is_broken {
            return;
        }
        let text = self.text;
        let read = self.read(tag, |reader| {
            reader.expect_word("set")?;
            let name = reader.name()?;
            reader.expect_sign("=")?;
            Ok((name, reader.expression()?))
        });
        let Ok((name, value)) = read else { return };
        if RESERVED.contains(&name.text.as_str()) || name.text.starts_with("__") {
            self.faults.add(Diagnostic::error("MAU-019").with("name", &text[name.spot.clone()]), name.spot);
            return;
        }
        self.add(TemplateNode::Set { name, value });
    }

    fn include(&mut self, tag: &Tag) {
        if tag.is_broken {
            return;
        }
        let read = self.read(tag, |reader| {
            reader.expect_word("include")?;
            reader.quoted()
        });
        if let Ok(name) = read {
            self.add(TemplateNode::Include(name));
        }
    }

    fn finish(mut self) -> Vec<TemplateNode> {
        while !self.open.is_empty() {
            self.unclosed();
            self.close();
        }
        self.nodes
    }
}

/// The variable of a `for` whose rest is invalid.
fn variable_of(tag: &Tag) -> Option<SpottedWord> {
    let lexeme = tag.lexemes.get(1)?;
    match &lexeme.token {
        TagToken::Name(name) => Some(SpottedWord { text: name.clone(), spot: lexeme.spot.clone() }),
        _ => None,
    }
}
