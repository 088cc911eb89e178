using Parley.Generator.Emit.Validation;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Types;

/// <summary>
/// Writes the reading of one value into a variable: check and value in one go where the subschema is plain, else the check on a copy of the reader first.
/// The emitted statements find the reader on the value's first token and leave it on the last, or return false.
/// </summary>
internal sealed class ValueReadEmitter(DeclarationScope scope)
{
    private readonly ValueCheckEmitter _checks = new(scope);

    /// <summary>Checks a value that is not kept.</summary>
    public void Skip(CodeWriter writer, SchemaNode node)
    {
        if (RecordProperty.Constant(node) is not null && !ValueCheckEmitter.HasInPlace(node))
        {
            foreach (var assertion in KeywordChecks.Of(node, JsonTypes.None, new CheckSubject(scope)))
                FailureEmitter.Read.Assert(writer, node, assertion);
            if (OtherRules(node))
                CheckAhead(writer, node);
            return;
        }

        writer.Line($"if (!{_checks.Test(node, CSharpCode.Of($"reader"), CSharpTypes.Verdict)}) return false;");
    }

    /// <summary>Reads into a variable whose type is that of the subschema's shape.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="node">The subschema.</param>
    /// <param name="target">The variable.</param>
    public void Into(CodeWriter writer, SchemaNode node, CSharpIdentifier target)
    {
        if (node.Boolean == false)
        {
            // A condition that always holds without being a constant: the compiler warns of code behind a plain return.
            writer.Line($"{target} = default;");
            FailureEmitter.Read.If(writer, CSharpCode.Of($"reader.CurrentDepth >= 0"), default, node.Pointer);
            return;
        }

        if (Called(node) is { } declaration)
        {
            writer.Line($"if (!{CSharpTypes.DeclarationOf(declaration)}.Read(ref reader, out {target})) return false;");
        }
        else if (IsPlain(node))
        {
            new PlainReadEmitter(scope, this).Write(writer, node, target);
        }
        else if (node.NullOr is { } one && node.Shape.Kind != ShapeKind.Any)
        {
            NullOr(writer, one, target);
        }
        else if (node.Shape.Kind == ShapeKind.Any)
        {
            Captured(writer, node, target);
        }
        else
        {
            Converted(writer, node, node.Shape, target);
        }
    }

    /// <summary>Reads any value.</summary>
    public static void Untyped(CodeWriter writer, CSharpIdentifier target)
    {
        writer.Line($"if (!global::Parley.UntypedValue.TryRead(ref reader, out {target})) return false;");
    }

    /// <summary>Reads into a variable of another shape than the subschema's own: checked first, then read by the shape that is wanted.</summary>
    public void Converted(CodeWriter writer, SchemaNode node, Shape shape, CSharpIdentifier target)
    {
        CheckAhead(writer, node);
        new ShapeReadEmitter(scope).Write(writer, shape, node.Pointer, target);
    }

    /// <summary>Whether nothing but a walk of the value itself decides, so that it can be checked while it is read.</summary>
    private static bool IsPlain(SchemaNode node)
    {
        if (node.Boolean is not null || !ValueCheckEmitter.HasAssertions(node))
            return true;
        if (ValueCheckEmitter.HasInPlace(node) || (node.Shape.Nullable && (node.Const is not null || node.Enum is not null)))
            return false;

        return node.Shape.Kind switch
        {
            ShapeKind.String or ShapeKind.Integer or ShapeKind.Number or ShapeKind.Boolean => true,
            ShapeKind.List => node.Const is null && node.Enum is null && node.PrefixItems.Count == 0 && node.Contains is null && node.UnevaluatedItems is null,
            ShapeKind.Tuple => node.Const is null && node.Enum is null && node.Contains is null && node.UnevaluatedItems is null,
            ShapeKind.Map => node.Const is null && node.Enum is null && node.PropertyNames is null && node.Required.Count == 0 && node.DependentRequired.Count == 0
                && node.PatternProperties.Count == 0 && node.DependentSchemas.Count == 0 && node.UnevaluatedProperties is null,
            _ => false,
        };
    }

    // A reference is called where it gives the very type that is wanted; a narrower place checks first and reads by shape.
    private static TypeReference? Called(SchemaNode node)
    {
        if (node.Declaration is { } declaration)
            return declaration;
        return ValueCheckEmitter.OnlyReference(node) is { } only && only.Target.Shape == node.Shape ? only.Target : null;
    }

    private static bool OtherRules(SchemaNode node) =>
        TypedCheckEmitter.HasGroup(node, JsonTypes.String) || TypedCheckEmitter.HasGroup(node, JsonTypes.Number);

    private void CheckAhead(CodeWriter writer, SchemaNode node)
    {
        var ahead = scope.Names.Camel("ahead");
        writer.Line($"var {ahead} = reader;");
        writer.Line($"if (!{_checks.Test(node, ahead, CSharpTypes.Verdict)}) return false;");
    }

    private void NullOr(CodeWriter writer, SchemaNode one, CSharpIdentifier target)
    {
        using (writer.Block($"if (reader.TokenType == {CSharpTypes.Token}.Null)"))
            writer.Line($"{target} = null;");
        using (writer.Block($"else"))
        {
            var present = scope.Names.Camel("present");
            writer.Line($"{CSharpTypes.Local(one.Shape)} {present};");
            Into(writer, one, present);
            writer.Line($"{target} = {CSharpTypes.Filled(one.Shape, present)};");
        }
    }

    private void Captured(CodeWriter writer, SchemaNode node, CSharpIdentifier target)
    {
        var first = scope.Names.Camel("first");
        writer.Line($"var {first} = reader;");
        writer.Line($"if (!{_checks.Test(node, CSharpCode.Of($"reader"), CSharpTypes.Verdict)}) return false;");
        writer.Line($"{target} = global::Parley.JsonValue.Between(ref {first}, ref reader);");
    }
}
