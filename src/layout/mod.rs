//! The sniffer: which format, delimiter, quote, header, charset.
//!
//! **Comes in:** a few stretches of a file. **Goes out:** a [`Layout`] with its reason and runner-up.
//!
//! **Never happens here:** no value of the data enters a reason; no guess is made where one value a line explains the
//! file
//! as well; nothing depends on anything but the bytes.
//!
//! **To add a delimiter:** one line in `trial::PRIORS`. **To name one more unreadable form:** one line in
//! `form::MAGICS`.
//! The steps stand in the order in which they are taken: `form`, `preface`, `charset`, `split`, `cell`, `trial`, `login`,
//! `whole`, `choose`, `header`.

mod cell;
mod charset;
mod choose;
mod form;
mod header;
mod login;
mod preface;
mod split;
#[cfg(test)]
mod tests;
mod trial;
mod whole;

use crate::record::{Charset, Format, Layout};
use split::{Cell, Dialect, Records};

/// Bytes of all stretches together that dialects are tried on: enough for thousands of records, few enough for
/// milliseconds.
const TRIAL_BYTES: usize = 192 * 1024;

/// A stretch is cut at the first line end behind its part of [`TRIAL_BYTES`], looked for within so many further bytes.
const LINE_REACH: usize = 1024 * 1024;

/// Chooses a layout. `samples[0]` is the start of the file (byte 0 on, byte order mark included), the others are
/// stretches
/// spread over the file, each beginning just after a line end; each ends at a line end or at the end of the file.
///
/// # Errors
/// A sentence (no value in it) when the bytes are of a form that cannot be read: UTF-16, an archive, a binary format.
pub fn sniff(samples: &[&[u8]]) -> Result<Layout, String> {
    form::check(samples)?;
    let preface = preface::preface(samples.first().copied().unwrap_or_default());
    let bodies: Vec<&[u8]> = samples
        .iter()
        .enumerate()
        .map(|(index, sample)| if index == 0 { &sample[preface.bytes..] } else { sample })
        .collect();
    let charset = if preface.marked { Charset::Utf8 } else { charset::detect(&bodies)? };
    let terminator = terminator(&bodies);
    let stretches = shortened(&bodies, terminator);
    if stretches.iter().all(|stretch| stretch.iter().all(u8::is_ascii_whitespace)) {
        return Ok(empty(charset, preface, terminator));
    }
    let mut chosen = choose::choose(&stretches, terminator, charset == Charset::Windows1251);
    if chosen.format == Format::LoginPassword && quoted_for_a_reason(&bodies, chosen.dialect) {
        chosen.format = Format::Delimited;
    }
    if chosen.format == Format::Delimited && chosen.dialect.quote.is_none() && quotes_elsewhere(&bodies, chosen.dialect)
    {
        chosen.dialect.quote = Some(b'"');
    }
    let records = match chosen.format {
        Format::LoginPassword => first_division(&stretches, chosen.dialect),
        Format::Delimited | Format::Lines => split::split(&stretches, chosen.dialect),
    };
    let header = header::is_header(&records, chosen.width, charset);
    let names =
        if header { header::names(records.get(0), chosen.width, chosen.dialect.quote, charset) } else { Vec::new() };
    if chosen.format == Format::LoginPassword && names.get(1).is_some_and(|name| header::names_no_password(name)) {
        chosen.format = Format::Delimited;
        chosen.dialect.quote = quotes_elsewhere(&bodies, chosen.dialect).then_some(b'"');
    }
    Ok(Layout {
        charset,
        preface: preface.bytes,
        marked: preface.marked,
        format: chosen.format,
        delimiter: chosen.dialect.delimiter,
        quote: chosen.dialect.quote,
        terminator,
        header,
        names,
        width: chosen.width,
        reason: preface.told() + &chosen.reason,
        runner_up: chosen.runner_up,
    })
}

fn empty(charset: Charset, preface: preface::Preface, terminator: u8) -> Layout {
    Layout {
        charset,
        preface: preface.bytes,
        marked: preface.marked,
        format: Format::Lines,
        delimiter: None,
        quote: None,
        terminator,
        header: false,
        names: Vec::new(),
        width: 1,
        reason: "empty".into(),
        runner_up: None,
    }
}

/// Line feed, or carriage return where lines end in it alone: judged outside quotes, since a cell may hold the other.
fn terminator(bodies: &[&[u8]]) -> u8 {
    let (mut feeds, mut returns) = (0usize, 0usize);
    for body in bodies {
        let head = &body[..body.len().min(LINE_REACH)];
        let mut opened = None;
        for at in memchr::memchr3_iter(b'\n', b'\r', b'"', head) {
            // What stays open for so long is no cell.
            let quoted = opened.is_some_and(|begin| at - begin < QUOTED_MOST);
            match head[at] {
                b'"' if quoted => opened = opened.filter(|_| !head.get(at + 1).is_none_or(is_edge)),
                b'"' => {
                    opened = at.checked_sub(1).and_then(|before| head.get(before)).is_none_or(is_edge).then_some(at)
                }
                _ if quoted => {}
                b'\n' => feeds += 1,
                _ => returns += usize::from(head.get(at + 1).is_some_and(|&next| next != b'\n')),
            }
        }
    }
    // Stray quotes may hide some line ends and show some that are content.
    if returns > 0 && feeds * 4 < returns { b'\r' } else { b'\n' }
}

/// Bytes of a quoted cell that its line ends are looked for in.
const QUOTED_MOST: usize = 16 * 1024;

/// What may stand beside the quotes of a cell.
fn is_edge(byte: &u8) -> bool {
    matches!(byte, b'\n' | b'\r' | b',' | b';' | b'|' | b':' | b'\t')
}

/// The stretches cut to an equal part of [`TRIAL_BYTES`] each, at line ends.
fn shortened<'a>(bodies: &[&'a [u8]], terminator: u8) -> Vec<&'a [u8]> {
    let part = TRIAL_BYTES / bodies.len().max(1);
    let cut = |body: &&'a [u8]| -> &'a [u8] {
        if body.len() <= part {
            return body;
        }
        let reach = &body[part..body.len().min(part + LINE_REACH)];
        let end = memchr::memchr(terminator, reach).map_or(part, |found| part + found + 1);
        &body[..end]
    };
    bodies.iter().map(cut).filter(|stretch| !stretch.is_empty()).collect()
}

/// Whether quotes that open and close cells stand in the parts of the samples that were not tried.
fn quotes_elsewhere(bodies: &[&[u8]], dialect: Dialect) -> bool {
    let (mut opening, mut closing) = (0usize, 0usize);
    let edge = |byte: &u8| Some(*byte) == dialect.delimiter || *byte == dialect.terminator || *byte == b'\r';
    for body in bodies {
        for at in memchr::memchr_iter(b'"', body) {
            opening += usize::from(at.checked_sub(1).and_then(|before| body.get(before)).is_none_or(edge));
            closing += usize::from(body.get(at + 1).is_none_or(edge));
        }
    }
    opening > 0 && opening * 10 >= closing * 9 && closing * 10 >= opening * 9
}

/// Whether cells are quoted where CSV needs it: as good as every quoted cell holds the delimiter, a line end or a quote. A
/// password that is quoted holds none of them.
fn quoted_for_a_reason(bodies: &[&[u8]], dialect: Dialect) -> bool {
    let edge =
        |byte: Option<&u8>| byte.is_none_or(|byte| Some(*byte) == dialect.delimiter || matches!(byte, b'\r' | b'\n'));
    let (mut all, mut needed) = (0usize, 0usize);
    for body in bodies {
        let mut from = 0;
        while let Some(begin) = memchr::memchr(b'"', &body[from..]).map(|at| from + at) {
            from = begin + 1;
            if !edge(begin.checked_sub(1).map(|before| &body[before])) {
                continue;
            }
            let reach = &body[from..body.len().min(from + QUOTED_MOST)];
            let Some(length) = memchr::memchr_iter(b'"', reach).find(|&at| edge(body.get(from + at + 1))) else {
                continue;
            };
            let content = &reach[..length];
            all += 1;
            needed += usize::from(
                content.iter().any(|byte| Some(*byte) == dialect.delimiter || matches!(byte, b'"' | b'\r' | b'\n')),
            );
            from += length + 1;
        }
    }
    all >= 2 && needed * 10 >= all * 9
}

/// Lines divided at the first delimiter only.
fn first_division<'a>(stretches: &[&'a [u8]], dialect: Dialect) -> Records<'a> {
    let whole = split::split(stretches, Dialect { delimiter: None, ..dialect });
    let mut records = Records::default();
    for record in whole.iter() {
        let line = record.first().map_or(&[][..], |cell| cell.bytes);
        let at = dialect.delimiter.and_then(|delimiter| memchr::memchr(delimiter, line));
        let parts = match at {
            Some(at) => vec![&line[..at], &line[at + 1..]],
            None => vec![line],
        };
        records.push(parts.into_iter().map(|bytes| Cell { bytes, quoted: false }));
    }
    records
}
