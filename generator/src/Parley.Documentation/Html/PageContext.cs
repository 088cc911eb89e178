using Parley.Documentation.Html.Samples;
using Parley.Documentation.Html.Schemas;
using Parley.Documentation.Html.Verification;
using Parley.Documentation.Model;
using Parley.Schema.Json;

namespace Parley.Documentation.Html;

/// <summary>What every section of the page needs.</summary>
internal sealed class PageContext
{
    private readonly Dictionary<JsonNode, SchemaLink> _links;
    private readonly Dictionary<string, string> _homes;
    private readonly List<SchemaDocumentation> _schemas;
    private readonly HashSet<string> _ambiguous;

    public PageContext(DocumentationModel model, ReferenceOptions options)
    {
        Model = model;
        Options = options;
        Types = new EmittedTypes(model.Folder.Links);
        // A schema that one operation or notification alone is made for stands in its section.
        _homes = model.Operations.Where(operation => operation.Request is not null).Select(operation => (Schema: operation.Request!.Anchor, Home: operation.Anchor))
            .Concat(model.Notifications.Select(notification => (Schema: notification.Payload.Anchor, Home: notification.Anchor)))
            .GroupBy(pair => pair.Schema, StringComparer.Ordinal)
            .Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.First().Home, StringComparer.Ordinal);
        _schemas = [.. model.Schemas.Schemas, .. Unreached(model)];
        _links = _schemas.ToDictionary(
            schema => schema.Source.Json, schema => new SchemaLink(schema.ShortName, _homes.GetValueOrDefault(schema.Anchor, schema.Anchor)));
        _ambiguous = [.. model.Operations.Select(operation => operation.Name).Concat(model.Notifications.Select(notification => notification.Name))
            .GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key)];
        Notifications = model.Notifications.ToDictionary(notification => notification.Id, StringComparer.Ordinal);
        Schemas = new SchemaMarkup(
            new SchemaLibrary(model.Folder.Documents.Where(document => document.Root is not null).ToDictionary(document => document.File.Path, document => document.Root!, StringComparer.Ordinal)),
            node => _links.GetValueOrDefault(node));
    }

    public DocumentationModel Model { get; }

    public ReferenceOptions Options { get; }

    public EmittedTypes Types { get; }

    public SchemaMarkup Schemas { get; }

    public IReadOnlyDictionary<string, NotificationDocumentation> Notifications { get; }

    /// <summary>The schemas that have sections of their own; the others stand with the operation or notification that they are made for.</summary>
    public IEnumerable<SchemaDocumentation> SharedSchemas => _schemas.Where(schema => !_homes.ContainsKey(schema.Anchor));

    /// <summary>The badge of an operation or notification.</summary>
    public HtmlMarkup BadgeOf(string id, string name) => ContractBadge.Of(Options.PactResults, id, _ambiguous.Contains(name) ? null : name);

    public HtmlMarkup SchemaOf(SourceNode source, bool withExamples = true, bool withTitle = true) =>
        Schemas.Of(new SchemaLocation(source.Path, source.Json), withExamples, withTitle);

    /// <summary>The schema of a request or notification where that is described, or a link to the section that it has because others use it too.</summary>
    public HtmlMarkup InPlace(SchemaDocumentation schema) =>
        _homes.ContainsKey(schema.Anchor) ? SchemaOf(schema.Source, withExamples: false) : Link(schema.Anchor, schema.ShortName);

    /// <summary>Whose an operation or notification is: several contracts have an <c>Accept</c>.</summary>
    public HtmlMarkup ContractOf(string name)
    {
        var contract = Model.Contracts.First(contract => contract.Name == name);
        return HtmlMarkup.Of($"<p class=\"of\">{Link(contract.Anchor, contract.Title)}</p>");
    }

    public static HtmlMarkup Link(string anchor, string name) => HtmlMarkup.Of($"""<a href="{"#" + anchor}">{name}</a>""");

    public static HtmlMarkup Json(JsonNode value) => HtmlMarkup.Of($"<pre><code>{IndentedJson.Write(value)}</code></pre>");

    public static HtmlMarkup Codes(IEnumerable<string> values, string separator = " ") =>
        HtmlMarkup.Join(values.Select(value => HtmlMarkup.Of($"<code>{value}</code>")), separator);

    // A schema that no operation reaches is documented all the same: a host may answer with it by itself.
    private static IEnumerable<SchemaDocumentation> Unreached(DocumentationModel model)
    {
        var reached = model.Schemas.Schemas.Select(schema => (schema.Source.Path, schema.Source.Pointer)).ToHashSet();
        return
            from schema in model.Folder.Links.Schemas
            from type in schema.Types
            where type.Schema.Pointer == JsonPointer.Root && !reached.Contains((schema.Path, type.Schema.Pointer))
            let name = schema.Namespace.Length == 0 ? type.Name : schema.Namespace + "." + type.Name
            select new SchemaDocumentation
            {
                Name = name,
                Anchor = Anchors.Schema(name),
                Source = new SourceNode(schema.Path, JsonPointer.Root, model.Folder.Document(schema.Path).Root!),
            };
    }
}
