using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Linking;
using Parley.Schema.Model;
using Parley.Schema.Reading;

namespace Parley.Schema.Contracts;

/// <summary>What the readers of one manifest or file of envelopes share.</summary>
internal sealed class ContractScope(LinkedFile file, ReferenceResolver resolver, SchemaIndex schemas)
{
    private bool _saidBroken;

    public LinkedFile File { get; } = file;

    public DiagnosticBag Diagnostics => File.Diagnostics;

    public SchemaIndex Schemas { get; } = schemas;

    public ReferenceResolver Resolver { get; } = resolver;

    /// <summary>Whether something that this file refers to has errors.</summary>
    public bool RefersToBroken { get; private set; }

    /// <summary>Notes that a reference leads to something with errors; the first such reference is reported.</summary>
    public void AddBroken(JsonNode reference)
    {
        RefersToBroken = true;
        if (_saidBroken)
            return;
        _saidBroken = true;
        Diagnostics.Add(SchemaRules.BrokenReference, reference.Span, reference.Text);
    }

    /// <summary>The schema of an object that a member <c>{ "$ref": … }</c> refers to, or null after a report.</summary>
    public SchemaSyntax? ReadRecord(JsonMember member)
    {
        if (ReadReference(member) is not { } reference || Resolver.ResolveSchema(File, reference) is not { } target)
            return null;

        File.Uses.Add(target.File);
        if (target.File.IsBroken || target.Schema is null)
        {
            AddBroken(reference);
            return null;
        }

        if (Schemas.ShapeOf(target.Schema) is { Kind: ShapeKind.Record, Nullable: false })
            return target.Schema;
        Diagnostics.Add(SchemaRules.NotARecord, reference.Span, member.Name, target.File.Path + (target.Schema.Pointer == JsonPointer.Root ? "" : target.Schema.Pointer));
        return null;
    }

    /// <summary>The text of <c>{ "$ref": "…" }</c>, or null after a report.</summary>
    public JsonNode? ReadReference(JsonMember member)
    {
        var members = MemberReader.Open(member, "a reference", Diagnostics);
        if (members is null)
            return null;
        var reference = members.Text("$ref", required: true);
        members.Finish();
        return reference;
    }

    /// <summary>Names in quotes, for the end of a message.</summary>
    public static string OneOf(IEnumerable<string> names)
    {
        var list = string.Join(", ", names.Select(static name => "'" + name + "'"));
        return list.Length == 0 ? "none, since there is none" : list;
    }
}
