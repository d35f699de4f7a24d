//! Limits how much a template can print with this workbook, before it is rendered.
//!
//! Owns a walk over the tree with the workbook's real lists, but only the sizes of texts. Must not render. Tera limits
//! neither time nor memory, so a template that would pass the limits here is refused before Tera gets it.

mod condition;
mod extent;

use std::collections::BTreeMap;

use tera::Context;

use super::checking::CheckedTemplate;
use super::engine::{Rendered, message_at};
use super::language::{Expression, ExpressionKind, Filter, Operation, Operator, Spot, TemplateNode};
use super::template::Template;
use crate::diag::{Diagnostic, Diagnostics, Reported};
use extent::ValueSize;

/// The most bytes that a body may print: some thousand pages.
const MOST_PRINTED: u64 = 4 * 1024 * 1024;
/// The most bytes that a text of the front matter may print: a title never has several pages.
const MOST_IN_A_PHRASE: u64 = 16 * 1024;
/// The most steps of a text: a step is one value read, or 8 bytes written.
const MOST_STEPS: u64 = 10_000_000;
/// The most letters of a number.
const NUMBER: u64 = 400;
/// The letters of `true` and `false`; templates do not print them.
const TRUTH: u64 = 5;

/// Refuses a text that would print or compute too much with these fields.
///
/// # Errors
/// `MAU-021` at the place where the limit is passed.
pub(crate) fn bound(
    template: &Template,
    what: Rendered,
    checked: &CheckedTemplate,
    context: &Context,
    out: &mut Diagnostics,
) -> Result<(), Reported> {
    let most = most_printed(what);
    let mut walk = Walk::new(checked, context, most);
    walk.nodes(&what.tree().nodes).map_err(|Spent| {
        let message = Diagnostic::error("MAU-021").with("limit", most / 1024);
        out.fail(message_at(template, walk.including.last().copied(), what, message, walk.at.clone()))
    })
}

/// The most bytes that a text may print.
pub(super) fn most_printed(what: Rendered) -> u64 {
    match what {
        Rendered::Body(_) => MOST_PRINTED,
        Rendered::Phrase(..) => MOST_IN_A_PHRASE,
    }
}

/// The limits are exceeded.
struct Spent;

type Spending<T> = Result<T, Spent>;

/// Variables in the order of their names, each once. Most frames have one or none, for which a map would be slower.
#[derive(Clone, Default)]
struct Frame<'a>(Vec<(&'a str, ValueSize<'a>)>);

impl<'a> Frame<'a> {
    fn of(name: &'a str, value: ValueSize<'a>) -> Self {
        Self(vec![(name, value)])
    }

    fn get(&self, name: &str) -> Option<&ValueSize<'a>> {
        self.place(name).ok().map(|place| &self.0[place].1)
    }

    fn insert(&mut self, name: &'a str, value: ValueSize<'a>) {
        match self.place(name) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (name, value)),
        }
    }

    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| (*known).cmp(name))
    }
}

struct Walk<'a> {
    checked: &'a CheckedTemplate,
    context: &'a Context,
    most: u64,
    printed: u64,
    steps: u64,
    /// The variables: a frame for the text, each loop and each included file.
    frames: Vec<Frame<'a>>,
    /// The pieces around the current node.
    including: Vec<&'a str>,
    /// The current tag.
    at: Spot,
}

impl<'a> Walk<'a> {
    fn new(checked: &'a CheckedTemplate, context: &'a Context, most: u64) -> Self {
        let frames = vec![Frame::default()];
        Self { checked, context, most, printed: 0, steps: 0, frames, including: Vec::new(), at: 0..1 }
    }

    fn step(&mut self, steps: u64) -> Spending<()> {
        self.steps = self.steps.saturating_add(steps);
        if self.steps > MOST_STEPS { Err(Spent) } else { Ok(()) }
    }

    /// Counts making a text of this many bytes.
    fn make(&mut self, bytes: u64) -> Spending<ValueSize<'a>> {
        self.step(1 + bytes / 8)?;
        Ok(ValueSize::Size(bytes))
    }

    fn print(&mut self, bytes: u64) -> Spending<()> {
        self.printed = self.printed.saturating_add(bytes);
        if self.printed > self.most { Err(Spent) } else { self.step(bytes / 64) }
    }

    fn nodes(&mut self, nodes: &'a [TemplateNode]) -> Spending<()> {
        for node in nodes {
            self.step(1)?;
            match node {
                TemplateNode::Text(spot) => self.print(spot.len() as u64)?,
                TemplateNode::Output(value) => {
                    self.at = value.spot.clone();
                    let printed = self.extent(value)?.bytes();
                    self.print(printed)?;
                }
                TemplateNode::If { branches, otherwise } => self.branches(branches, otherwise)?,
                TemplateNode::For { variable, source, body, otherwise } => {
                    self.at = source.spot.clone();
                    let list = self.extent(source)?;
                    self.each(&variable.text, &list, |walk| walk.nodes(body))?;
                    self.nodes(otherwise)?;
                }
                TemplateNode::Set { name, value } => {
                    self.at = value.spot.clone();
                    let value = self.extent(value)?;
                    self.frame().insert(&name.text, value);
                }
                TemplateNode::Include(name) => self.include(&name.text)?,
            }
        }
        Ok(())
    }

    fn frame(&mut self) -> &mut Frame<'a> {
        self.frames.last_mut().expect("the text's own frame is never left")
    }

    /// Runs a walk for each item of a list.
    fn each(
        &mut self,
        variable: &'a str,
        list: &ValueSize<'a>,
        mut inside: impl FnMut(&mut Self) -> Spending<()>,
    ) -> Spending<()> {
        for item in list.items() {
            self.step(1)?;
            self.frames.push(Frame::of(variable, item));
            inside(self)?;
            self.frames.pop();
        }
        Ok(())
    }

    /// The branch that is taken; where that is unknown, the most expensive branch, and every variable that any of them
    /// may set.
    fn branches(
        &mut self,
        branches: &'a [(Expression, Vec<TemplateNode>)],
        otherwise: &'a [TemplateNode],
    ) -> Spending<()> {
        let start = self.printed;
        let (mut before, mut dearest, mut after) = (None, start, Vec::new());
        for (condition, body) in branches {
            self.at = condition.spot.clone();
            let truth = self.condition(condition)?;
            match (truth, &before) {
                (Some(false), _) => continue,
                // The data say that it is this one.
                (Some(true), None) => return self.nodes(body),
                _ => {}
            }
            let before: &Frame = before.get_or_insert_with(|| self.frame().clone());
            self.step(before.0.len() as u64)?;
            self.nodes(body)?;
            dearest = dearest.max(std::mem::replace(&mut self.printed, start));
            after.push(std::mem::replace(self.frame(), before.clone()));
            if truth == Some(true) {
                return self.join(dearest, after);
            }
        }
        self.nodes(otherwise)?;
        if before.is_none() {
            return Ok(());
        }
        dearest = dearest.max(self.printed);
        after.push(self.frame().clone());
        self.join(dearest, after)
    }

    fn join(&mut self, printed: u64, frames: Vec<Frame<'a>>) -> Spending<()> {
        self.printed = printed;
        let mut frames = frames.into_iter();
        let mut joined = frames.next().unwrap_or_default();
        for (name, value) in frames.flat_map(|frame| frame.0) {
            let both = match joined.get(name) {
                Some(ours) => ours.clone().or(value),
                None => value,
            };
            self.step(1 + both.count())?;
            joined.insert(name, both);
        }
        *self.frame() = joined;
        Ok(())
    }

    fn include(&mut self, name: &'a str) -> Spending<()> {
        let Some(nodes) = self.checked.pieces.get(name) else { return Ok(()) };
        let at = self.at.clone();
        self.including.push(name);
        self.frames.push(Frame::default());
        self.nodes(nodes)?;
        self.frames.pop();
        self.including.pop();
        self.at = at;
        Ok(())
    }

    fn named(&self, words: &'a [super::language::SpottedWord]) -> ValueSize<'a> {
        let Some((first, rest)) = words.split_first() else { return ValueSize::Missing };
        let variable = self.frames.iter().rev().find_map(|frame| frame.get(first.text.as_str()));
        let start = match variable {
            Some(value) => value.clone(),
            None if first.text == "loop" => return ValueSize::Size(NUMBER),
            None => self.context.get(&first.text).map_or(ValueSize::Missing, ValueSize::of),
        };
        rest.iter().fold(start, |value, word| value.field(&word.text))
    }

    fn extent(&mut self, expression: &'a Expression) -> Spending<ValueSize<'a>> {
        self.step(1)?;
        match &expression.meaning {
            ExpressionKind::Path(words) => {
                let value = self.named(words);
                self.step(words.len() as u64 + value.count())?;
                Ok(value)
            }
            ExpressionKind::Text(text) => Ok(ValueSize::Size(text.len() as u64)),
            ExpressionKind::Number | ExpressionKind::Truth(_) | ExpressionKind::Broken => Ok(ValueSize::Size(NUMBER)),
            ExpressionKind::List(items) => {
                let items = items.iter().map(|item| self.extent(item)).collect::<Spending<Vec<_>>>()?;
                Ok(ValueSize::list(items))
            }
            ExpressionKind::Comprehension(inside) => {
                let source = self.extent(&inside.source)?;
                let mut items = Vec::new();
                self.each(&inside.variable.text, &source, |walk| {
                    if let Some(condition) = &inside.condition {
                        walk.extent(condition)?;
                    }
                    items.push(walk.extent(&inside.element)?);
                    Ok(())
                })?;
                Ok(ValueSize::list(items))
            }
            ExpressionKind::Filter(filter) => self.filter(filter),
            ExpressionKind::Test(test) => {
                let size = self.extent(&test.value)?.whole();
                for (_, argument) in &test.arguments {
                    self.extent(argument)?;
                }
                self.step(size / 16)?;
                Ok(ValueSize::Size(TRUTH))
            }
            ExpressionKind::Not(inner) | ExpressionKind::Negative(inner) => {
                self.extent(inner)?;
                Ok(ValueSize::Size(NUMBER))
            }
            ExpressionKind::Operation(operation) => self.operation(operation),
            ExpressionKind::Choice(choice) => match self.condition(&choice.condition)? {
                Some(true) => self.extent(&choice.yes),
                Some(false) => self.extent(&choice.no),
                None => Ok(self.extent(&choice.yes)?.or(self.extent(&choice.no)?)),
            },
        }
    }

    fn operation(&mut self, operation: &'a Operation) -> Spending<ValueSize<'a>> {
        let (left, right) = (self.extent(&operation.left)?, self.extent(&operation.right)?);
        if operation.operator == Operator::Join {
            return self.make(left.bytes().saturating_add(right.bytes()));
        }
        match operation.operator {
            // Two texts are compared, or one is searched in a list.
            Operator::Equality | Operator::In => {
                self.step((left.whole() + right.whole()) / 16 + right.count())?;
                Ok(ValueSize::Size(TRUTH))
            }
            Operator::Arithmetic => Ok(ValueSize::Size(NUMBER)),
            Operator::Logic(_) | Operator::Order | Operator::Join => Ok(ValueSize::Size(TRUTH)),
        }
    }

    /// The size of a filter's result; `checking::filters` lists the filters.
    fn filter(&mut self, filter: &'a Filter) -> Spending<ValueSize<'a>> {
        let value = self.extent(&filter.value)?;
        let mut arguments = BTreeMap::new();
        for (name, argument) in &filter.arguments {
            arguments.insert(name.text.as_str(), (self.extent(argument)?, argument));
        }
        let size = |name: &str| arguments.get(name).map_or(0, |(extent, _)| extent.bytes());
        match filter.name.text.as_str() {
            "hoac" | "default" => match value.truth() {
                Some(true) => Ok(value),
                _ => Ok(arguments.remove("value").map_or(ValueSize::Missing, |(other, _)| value.or(other))),
            },
            "length" => Ok(ValueSize::Size(NUMBER)),
            "first" | "last" => {
                self.step(value.count())?;
                Ok(value.items().into_iter().reduce(ValueSize::or).unwrap_or(ValueSize::Missing))
            }
            "join" => {
                let items = value.items();
                let separators = size("sep").saturating_mul(items.len().saturating_sub(1) as u64);
                self.step(items.len() as u64)?;
                self.make(items.iter().map(ValueSize::bytes).sum::<u64>().saturating_add(separators))
            }
            "replace" => {
                // Each occurrence is replaced by the other text; the least length of the search text is known only for
                // a literal.
                let from = match arguments.get("from").map(|(_, argument)| &argument.meaning) {
                    Some(ExpressionKind::Text(text)) => text.len().max(1) as u64,
                    _ => 1,
                };
                let (bytes, to) = (value.bytes(), size("to"));
                let grown = if to > from { ((bytes / from) + 1).saturating_mul(to) } else { 0 };
                self.make(bytes.saturating_add(grown))
            }
            // A letter can become three bytes for each of its own.
            "upper" | "lower" => self.make(value.bytes().saturating_mul(3)),
            "hoa_dau" | "thuong_dau" => self.make(value.bytes().saturating_add(16)),
            _ => self.make(value.bytes()),
        }
    }
}

#[cfg(test)]
mod tests;
