//! The tree of a template.
//!
//! Owns its types. Must not know the meaning of a name. It goes to `checking` and `cost`.

use super::fault::Spot;

/// A name as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SpottedWord {
    /// The name.
    pub(crate) text: String,
    /// Its bytes.
    pub(crate) spot: Spot,
}

/// A node of the body.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum TemplateNode {
    /// Text printed unchanged.
    Text(Spot),
    /// `{{ … }}`
    Output(Expression),
    /// `{% if … %}`
    If {
        /// Each condition with the nodes after it.
        branches: Vec<(Expression, Vec<TemplateNode>)>,
        /// `{% else %}`
        otherwise: Vec<TemplateNode>,
    },
    /// `{% for … in … %}`
    For {
        /// The loop's variable.
        variable: SpottedWord,
        /// The list that the loop runs over.
        source: Expression,
        /// The nodes for each item.
        body: Vec<TemplateNode>,
        /// `{% else %}`: the nodes for an empty list.
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

/// An expression with its place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Expression {
    /// All its bytes.
    pub(crate) spot: Spot,
    /// Its kind.
    pub(crate) meaning: ExpressionKind,
}

/// The kind of an expression.
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
    /// An invalid expression, which is reported.
    Broken,
}

/// A list made from another list.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Comprehension {
    pub(crate) element: Expression,
    pub(crate) variable: SpottedWord,
    pub(crate) source: Expression,
    pub(crate) condition: Option<Expression>,
}

/// A filter and the value that it is applied to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Filter {
    pub(crate) value: Expression,
    pub(crate) name: SpottedWord,
    pub(crate) arguments: Vec<(SpottedWord, Expression)>,
}

/// A test and the value that it is applied to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Test {
    pub(crate) value: Expression,
    pub(crate) name: SpottedWord,
    pub(crate) arguments: Vec<(SpottedWord, Expression)>,
}

/// Two values and the operator between them.
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

/// The operators between two values.
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

/// The operators between two conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Joined {
    /// Both hold.
    And,
    /// One holds.
    Or,
}

impl Expression {
    /// The path as text, `viec.chu_tri`, where the expression is one.
    pub(crate) fn path(&self) -> Option<String> {
        match &self.meaning {
            ExpressionKind::Path(words) => {
                Some(words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join("."))
            }
            _ => None,
        }
    }
}
