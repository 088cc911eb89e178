using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>contains</c> with <c>minContains</c> and <c>maxContains</c>: how many items match. Each is tried on a copy of the reader, until the answer is known.</summary>
internal sealed class ContainsCheck
{
    private readonly SchemaNode _node;
    private readonly CSharpIdentifier _contained;
    private readonly CSharpIdentifier _tried;
    private readonly ValueCheckEmitter _values;
    private readonly bool _marks;

    private ContainsCheck(SchemaNode node, DeclarationScope scope, ValueCheckEmitter values, bool marks)
    {
        _node = node;
        _values = values;
        _marks = marks;
        _contained = scope.Names.Camel("contained");
        _tried = scope.Names.Camel("tried");
    }

    private long Minimum => _node.MinContains ?? 1;

    /// <summary>The check of a subschema, or null when it does not ask for any.</summary>
    /// <param name="node">The subschema.</param>
    /// <param name="scope">The declaration.</param>
    /// <param name="values">Writes the checks of values.</param>
    /// <param name="marks">Whether each item that matches is added to <c>evaluated</c>.</param>
    public static ContainsCheck? Of(SchemaNode node, DeclarationScope scope, ValueCheckEmitter values, bool marks) =>
        node.Contains is not null && (marks || node.MinContains != 0 || node.MaxContains is not null) ? new(node, scope, values, marks) : null;

    /// <summary>Before the items.</summary>
    public void WriteStart(CodeWriter writer) => writer.Line($"var {_contained} = 0L;");

    /// <summary>With the reader on an item's first token, where it stays.</summary>
    public void WriteItem(CodeWriter writer)
    {
        var schema = _node.Contains!;
        if (schema.Boolean == true)
            Found(writer);
        if (schema.Boolean is not null)
            return;

        writer.Line($"// {XmlDocText.Of(schema.Pointer)}");
        writer.Line($"var {_tried} = reader;");
        var undecided = _node.MaxContains is { } maximum
            ? CSharpCode.Of($"{_contained} <= {CSharpLiteral.Long(maximum)}")
            : CSharpCode.Of($"{_contained} < {CSharpLiteral.Long(Minimum)}");
        var test = ApplicatorEmitter.Counted(_values.Test(schema, _tried, CSharpTypes.Probe), _tried, CSharpCode.Of($"reader"));
        // Whatever is decided already, each item that matches is evaluated.
        using (writer.Block($"if ({(_marks ? test : CSharpCode.Of($"{undecided} && {test}"))})"))
            Found(writer);
    }

    private void Found(CodeWriter writer)
    {
        writer.Line($"{_contained}++;");
        if (_marks)
            writer.Line($"evaluated.Add(position);");
    }

    /// <summary>Behind the items.</summary>
    public void WriteBehind(CodeWriter writer)
    {
        if (Minimum > 0)
        {
            FailureEmitter.Check.AssertBehind(writer, _node, new(
                _node.MinContains is null ? "contains" : "minContains",
                CSharpCode.Of($"{_contained} < {CSharpLiteral.Long(Minimum)}"),
                $"must have at least {Amount.Of(Minimum, "item")} that the schema asks for"));
        }

        if (_node.MaxContains is { } maximum)
        {
            FailureEmitter.Check.AssertBehind(writer, _node, new(
                "maxContains",
                CSharpCode.Of($"{_contained} > {CSharpLiteral.Long(maximum)}"),
                $"must have at most {Amount.Of(maximum, "item")} that the schema counts"));
        }
    }
}
