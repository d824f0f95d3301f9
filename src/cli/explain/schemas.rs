//! The schemas of known systems.

use super::{Listing, Shelf, line, section};
use crate::reference::schema::{BUILT_IN, Column, Form, Presence, Schema};

/// The shelf.
pub static SHELF: Shelf = Shelf { title: "Schemas of known systems (leakprov schema)", list, show };

fn list(listing: Listing) -> Vec<(String, String)> {
    let shown = BUILT_IN.iter().filter(|schema| listing.sensitive || !schema.sensitive);
    shown.map(|schema| (schema.id.clone(), schema.title.clone())).collect()
}

/// Schemas that are listed only where sensitive ones are asked for.
pub fn sensitive() -> usize {
    BUILT_IN.iter().filter(|schema| schema.sensitive).count()
}

fn show(id: &str) -> Option<String> {
    BUILT_IN.iter().find(|schema| schema.id == id).map(of)
}

fn of(schema: &Schema) -> String {
    let mut text = format!("{}: a schema\n\n{}\n", schema.id, schema.title);
    let years = format!("{} to {}", schema.years.from, schema.years.to);
    line(&mut text, "Structure", schema.standing.name());
    line(&mut text, "Years", &years);
    if !schema.aliases.is_empty() {
        line(&mut text, "A case may call it", &schema.aliases.join(", "));
    }
    let columns =
        |presence: Presence| schema.columns.iter().filter(move |column| column.presence == presence).map(column);
    section(&mut text, "Always has", columns(Presence::Must));
    section(&mut text, "May have", columns(Presence::May));
    let cannot = schema.cannot.iter().map(|cannot| format!("{}: {}", cannot.fields.join(", "), cannot.reason));
    section(&mut text, "Cannot have", cannot);
    section(&mut text, "Shows the registers of", schema.view_of.iter().cloned());
    section(&mut text, "Written as", schema.layouts.iter().map(layout));
    let dates = schema.dates.iter().map(|dates| {
        let span = [("from", &dates.from), ("to", &dates.to)];
        let span: Vec<String> =
            span.iter().filter_map(|(word, day)| Some(format!("{word} {}", day.as_ref()?))).collect();
        format!("{}: {}", span.join(" "), dates.reason)
    });
    section(&mut text, "Dates", dates);
    let marks = schema.series.iter().map(|mark| format!("{}: {}: {}", mark.field, mark.mark, mark.means));
    section(&mut text, "Marks", marks);
    let counts = schema.counts.iter().map(|count| format!("{} {} ({})", count.count, count.unit, count.source));
    section(&mut text, "Records said to exist", counts);
    section(&mut text, "Bear in mind", schema.quirks.iter().cloned());
    section(&mut text, "Sources", schema.sources.iter().cloned());
    text
}

fn column(column: &Column) -> String {
    let table = column.table.as_ref().map_or(String::new(), |table| format!("{table}: "));
    let names: Vec<&str> = column.headers.all().collect();
    let names = if names.is_empty() { String::new() } else { format!(" ({})", names.join(", ")) };
    let note = column.note.as_ref().map_or(String::new(), |note| format!(": {note}"));
    format!("{table}{}{names}{note}", column.field)
}

fn layout(form: &Form) -> String {
    let name = serde_json::to_value(form.format).ok().and_then(|name| name.as_str().map(str::to_owned));
    let mut text = name.unwrap_or_default();
    if !form.separators.is_empty() {
        text.push_str(&format!(", divided by {}", form.separators.join(" or ")));
    }
    if !form.order.is_empty() {
        text.push_str(&format!(": {}", form.order.join(", ")));
    }
    text
}
