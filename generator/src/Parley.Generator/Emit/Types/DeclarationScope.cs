using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Types;

/// <summary>What the emitters of one declaration share: its names, constants and the private methods still to be written.</summary>
internal sealed class DeclarationScope
{
    private readonly Dictionary<string, CSharpIdentifier> _methods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CSharpIdentifier> _constants = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly Queue<Action<CodeWriter>> _pending = new();
    private readonly CodeWriter _fields = new();

    // What every declaration may define for itself, beside the members that name allocation keeps free.
    private static readonly string[] Own = ["Read", "Check", "Evaluate", "Write", "WriteTo", "TryRead", "Validate", "Explain", "ToText"];

    // And what a union defines.
    private static readonly string[] OwnOfUnion = ["Value", "Match", "Switch"];

    // What emitted methods call their parameters and locals.
    private static readonly string[] Locals =
    [
        "reader", "writer", "value", "at", "sink", "seen", "member", "members", "start", "count", "others", "additional", "ahead", "name", "unknown", "item", "items", "second", "scratch", "options", "evaluated", "position",
    ];

    public DeclarationScope(SchemaModel file, TypeModel type, CancellationToken cancellationToken)
    {
        File = file;
        Type = type;
        CancellationToken = cancellationToken;
        Keep(type.Schema);
        var enclosing = CSharpTypes.HasCompanion(type.Schema.Shape) ? CSharpTypes.CompanionName(type.Name) : type.Name;
        Names = new NameScope([.. Own, .. type.Schema.Shape.Kind == ShapeKind.Union ? OwnOfUnion : [], .. Locals, enclosing, type.Name, "AdditionalMembers", .. type.Schema.Properties.Concat(type.Schema.ComposedProperties).Select(static property => property.Identifier)]);
    }

    /// <summary>The file.</summary>
    public SchemaModel File { get; }

    /// <summary>The declaration.</summary>
    public TypeModel Type { get; }

    /// <summary>Stops the work.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Names of private members.</summary>
    public NameScope Names { get; }

    /// <summary>Whether a property, list or map of the declaration is made of the subschema's values: not so in the branches of applicators.</summary>
    public bool IsKept(SchemaNode node) => _kept.Contains(node.Pointer);

    /// <summary>The private method of a purpose and a place; asked for the first time, it is written behind the present member.</summary>
    /// <param name="prefix">Purpose and start of the name, such as <c>Check</c>.</param>
    /// <param name="pointer">Place in the schema.</param>
    /// <param name="write">Writes the whole method.</param>
    public CSharpIdentifier Method(string prefix, string pointer, Action<CodeWriter, CSharpIdentifier> write)
    {
        var key = prefix + pointer;
        if (_methods.TryGetValue(key, out var name))
            return name;

        name = Names.Pascal(prefix, Hint(prefix, pointer));
        _methods.Add(key, name);
        _pending.Enqueue(writer => write(writer, name));
        return name;
    }

    /// <summary>A private static field with a value made once.</summary>
    public CSharpIdentifier Constant(CSharpCode type, string prefix, CSharpCode value)
    {
        var key = type.Text + value.Text;
        if (_constants.TryGetValue(key, out var name))
            return name;

        name = Names.Pascal(prefix, "");
        _constants.Add(key, name);
        _fields.Line($"private static readonly {type} {name} = {value};");
        return name;
    }

    /// <summary>Writes the methods that were asked for, those that these ask for, and the fields.</summary>
    public void WritePrivateMembers(CodeWriter writer)
    {
        while (_pending.Count > 0)
        {
            CancellationToken.ThrowIfCancellationRequested();
            writer.Blank();
            _pending.Dequeue()(writer);
        }

        writer.Blank();
        writer.Code(CSharpCode.Of(_fields));
    }

    private void Keep(SchemaNode node)
    {
        _kept.Add(node.Pointer);
        foreach (var property in node.Properties)
            Keep(property.Schema);
        if (node.Items is { } items)
            Keep(items);
        if (node.AdditionalProperties is { } additional)
            Keep(additional);
        if (node.NullOr is { } one)
            Keep(one);
        if (node.Shape.Kind == ShapeKind.Tuple)
        {
            foreach (var item in node.PrefixItems)
                Keep(item);
        }

        if (node.Shape.Kind != ShapeKind.Record)
            return;
        foreach (var part in node.AllOf)
            KeepComposed(node, part);
    }

    // Of a part without a declaration of its own, what became a property of the record.
    private void KeepComposed(SchemaNode record, SchemaNode part)
    {
        if (part.Declaration is not null)
            return;
        foreach (var property in part.Properties)
        {
            if (record.Properties.Concat(record.ComposedProperties).Any(kept => kept.Name == property.Name && kept.Schema.Shape.Kind != ShapeKind.Any))
                Keep(property.Schema);
        }

        foreach (var inner in part.AllOf)
            KeepComposed(record, inner);
    }

    // The declaration's own place and the word "properties" would be in every name.
    private string Hint(string prefix, string pointer)
    {
        var own = Type.Schema.Pointer.TrimEnd('/');
        var relative = pointer.StartsWith(own, StringComparison.Ordinal) ? pointer.Substring(own.Length) : pointer;
        if (relative.Length == 0)
            return Own.Contains(prefix) ? Type.Name : "";
        return string.Join(" ", relative.Split('/').Where(static (segment, i) => i > 0 && segment != "properties"));
    }
}
