using Parley.Documentation.Html;
using Parley.Documentation.Html.Schemas;
using Parley.Schema.Diagnostics;
using Parley.Schema.Json;

// Renders every schema of a document { "NAME.json": schema, … } as the reference does, without the build's limits on keywords.
var text = File.ReadAllText(args[0]);
var diagnostics = new DiagnosticBag(args[0], text);
var root = JsonParser.Parse(text, diagnostics) ?? throw new InvalidDataException($"'{args[0]}' is not JSON.");
var library = new SchemaLibrary(root.Members.ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal));
var markup = new SchemaMarkup(library, _ => null);
var sections = root.Members.Select(member => HtmlMarkup.Of(
    $"""<section id="{member.Name}"><h2>{member.Name}</h2><div class="schema">{markup.Of(new SchemaLocation(member.Name, member.Value))}</div></section>"""));
var body = HtmlMarkup.Of(
    $"""
    <nav id="nav" aria-label="Reference"><button id="menu">Menu</button><button id="theme">Theme</button><input type="search" id="search" aria-label="Search"><div id="hits"></div><p id="found"></p></nav>
    <main id="main"><h1>Fidelity</h1>{sections}</main>
    """);
File.WriteAllText(args[1], ReferencePage.Write("Fidelity", body, HtmlMarkup.Data("""{"cometd":"","channels":[],"operations":{}}""")));
