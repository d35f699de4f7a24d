//! The tree of a template.
//!
//! Owns the shapes. Knows no meaning of a name. It goes to `checking` and `cost`.

use super::fault::Spot;

/// A name as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SpottedWord {
    /// The name.
    pub(crate) text: String,
    /// Its bytes.
    pub(crate) spot: Spot,
}

/// A step of the body.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum TemplateNode {
    /// Text printed as it stands.
    Text(Spot),
    /// `{{ … }}`
    Output(Expression),
    /// `{% if … %}`
    If {
        /// Each condition with what it leads to.
        branches: Vec<(Expression, Vec<TemplateNode>)>,
        /// `{% else %}`
        otherwise: Vec<TemplateNode>,
    },
    /// `{% for … in … %}`
    For {
        /// The loop's variable.
        variable: SpottedWord,
        /// What is gone through.
        source: Expression,
        /// What is done for each.
        body: Vec<TemplateNode>,
        /// `{% else %}`: what is done where there is none.
        otherwise: Vec<TemplateNode>,
    },
    /// `{% set … = … %}`
    Set {
        /// The variable.
        name: SpottedWord,
        /// Its value.
        value: Expression,
    },
    /// `{% include "…" %}`
    Include(SpottedWord),
}

/// Something that has a value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Expression {
    /// All its bytes.
    pub(crate) spot: Spot,
    /// What it is.
    pub(crate) meaning: ExpressionKind,
}

/// What an expression is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ExpressionKind {
    /// A name and the names after its dots; never empty.
    Path(Vec<SpottedWord>),
    /// A text in quotes.
    Text(String),
    /// A number.
    Number,
    /// `true` or `false`.
    Truth(bool),
    /// `[…, …]`
    List(Vec<Expression>),
    /// `[… for … in … if …]`
    Comprehension(Box<Comprehension>),
    /// `… | …`
    Filter(Box<Filter>),
    /// `… is …`
    Test(Box<Test>),
    /// `not …`
    Not(Box<Expression>),
    /// `-…`
    Negative(Box<Expression>),
    /// `… ~ …` and its like
    Operation(Box<Operation>),
    /// `… if … else …`
    Choice(Box<Choice>),
    /// Something that could not be read; that is reported.
    Broken,
}

/// A list made of another.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Comprehension {
    pub(crate) element: Expression,
    pub(crate) variable: SpottedWord,
    pub(crate) source: Expression,
    pub(crate) condition: Option<Expression>,
}

/// A filter and what it works on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Filter {
    pub(crate) value: Expression,
    pub(crate) name: SpottedWord,
    pub(crate) arguments: Vec<(SpottedWord, Expression)>,
}

/// A test and what it looks at.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Test {
    pub(crate) value: Expression,
    pub(crate) name: SpottedWord,
    pub(crate) arguments: Vec<(SpottedWord, Expression)>,
}

/// Two values and what is done with them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Operation {
    pub(crate) operator: Operator,
    pub(crate) left: Expression,
    pub(crate) right: Expression,
}

/// One value or another.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Choice {
    pub(crate) condition: Expression,
    pub(crate) yes: Expression,
    pub(crate) no: Expression,
}

/// What may stand between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    /// `and`, `or`
    Logic(Joined),
    /// `==`, `!=`
    Equality,
    /// `<`, `>`, `<=`, `>=`
    Order,
    /// `in`
    In,
    /// `+`, `-`, `*`
    Arithmetic,
    /// `~`
    Join,
}

/// How two conditions are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Joined {
    /// Both hold.
    And,
    /// One holds.
    Or,
}

impl Expression {
    /// The path as text, `viec.chu_tri`, where this is one.
    pub(crate) fn path(&self) -> Option<String> {
        match &self.meaning {
            ExpressionKind::Path(words) => {
                Some(words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join("."))
            }
            _ => None,
        }
    }
}
