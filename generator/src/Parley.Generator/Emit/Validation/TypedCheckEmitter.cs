using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary>A subschema's own assertions: <c>const</c> and <c>enum</c>, then <c>type</c>, then what concerns the value's type.</summary>
/// <param name="scope">The declaration.</param>
/// <param name="values">Writes the checks of values.</param>
/// <param name="marks">Whether members and items that the subschema evaluates are added to <c>evaluated</c>.</param>
internal sealed class TypedCheckEmitter(DeclarationScope scope, ValueCheckEmitter values, bool marks)
{
    private static readonly JsonTypes[] Groups = [JsonTypes.String, JsonTypes.Number, JsonTypes.Object, JsonTypes.Array];

    /// <summary>Whether a subschema has keywords about one type. A container has one by being allowed: its content must be walked.</summary>
    public static bool HasGroup(SchemaNode node, JsonTypes type) => type switch
    {
        JsonTypes.String => node.MinLength is > 0 || node.MaxLength is not null || node.Pattern is not null,
        JsonTypes.Number => node.Minimum is not null || node.Maximum is not null || node.ExclusiveMinimum is not null || node.ExclusiveMaximum is not null || node.MultipleOf is not null,
        JsonTypes.Array => node.Items is not null || node.PrefixItems.Count > 0 || node.Contains is not null || node.MinItems is > 0 || node.MaxItems is not null || node.UniqueItems || node.UnevaluatedItems is not null || node.Types.HasFlag(JsonTypes.Array),
        JsonTypes.Object => node.Properties.Count > 0 || node.Required.Count > 0 || node.AdditionalProperties is not null || node.PropertyNames is not null
            || node.PatternProperties.Count > 0 || node.DependentSchemas.Count > 0 || node.MinProperties is > 0 || node.MaxProperties is not null || node.DependentRequired.Count > 0 || node.UnevaluatedProperties is not null || node.Types.HasFlag(JsonTypes.Object),
        _ => false,
    };

    public void Write(CodeWriter writer, SchemaNode node)
    {
        var groups = Groups.Where(type => IsReachable(node, type) && HasGroup(node, type)).ToArray();
        var constants = KeywordChecks.Of(node, JsonTypes.None, new CheckSubject(scope)).ToArray();
        if (groups.Length == 0 && constants.Length > 0 && ConstantsDecideType(node))
        {
            foreach (var constant in constants)
                FailureEmitter.Check.Assert(writer, node, constant);
            if (AreScalars(node))
                writer.Line($"reader.Skip();");
            else
                ValueCheckEmitter.Rest(writer, node);
            return;
        }

        foreach (var constant in constants)
            FailureEmitter.Check.Assert(writer, node, constant);

        if (IsSingle(node.Types))
            Single(writer, node, groups);
        else if (groups.Length == 0 && node.Types == JsonTypes.None)
            ValueCheckEmitter.Rest(writer, node);
        else
            Several(writer, node, groups);
    }

    // Number keywords also concern what type "integer" lets in.
    private static bool IsReachable(SchemaNode node, JsonTypes type) =>
        node.Types == JsonTypes.None || (node.Types & (type == JsonTypes.Number ? JsonTypes.Number | JsonTypes.Integer : type)) != 0;

    private static bool IsSingle(JsonTypes types) => types is JsonTypes.Number or JsonTypes.Integer or (JsonTypes.Number | JsonTypes.Integer)
        or JsonTypes.String or JsonTypes.Boolean or JsonTypes.Null or JsonTypes.Object or JsonTypes.Array;

    // With every constant of an allowed type, "type" can say nothing more.
    private static bool ConstantsDecideType(SchemaNode node)
    {
        if (node.Types == JsonTypes.None)
            return true;

        var constants = (node.Const is { } constant ? [constant] : (IEnumerable<string>)node.Enum!).Select(static json => new JsonConstant(json));
        return constants.All(value =>
            (value.IsString && node.Types.HasFlag(JsonTypes.String))
            || (value.IsBoolean && node.Types.HasFlag(JsonTypes.Boolean))
            || (value.IsNull && node.Types.HasFlag(JsonTypes.Null))
            || (value.IsNumber && (node.Types.HasFlag(JsonTypes.Number) || (node.Types.HasFlag(JsonTypes.Integer) && value.TryGetInt64(out _)))));
    }

    private static bool AreScalars(SchemaNode node) =>
        (node.Const is { } constant ? [constant] : (IEnumerable<string>)node.Enum!).Select(static json => new JsonConstant(json))
        .All(static value => value.IsString || value.IsNumber || value.IsBoolean || value.IsNull);

    private void Single(CodeWriter writer, SchemaNode node, JsonTypes[] groups)
    {
        var becomesLong = BecomesLong(node);
        CSharpCode integer = !becomesLong ? default : groups.Length > 0 ? scope.Names.Camel("integer") : CSharpCode.Of($"_");
        writer.Line($"if ({TypeTests.Fails(node, integer)})");
        using (writer.Block())
        {
            if (becomesLong)
                BeyondInt64(writer, node, groups);
            else
                TypeFailure(writer, node);
            writer.Line($"reader.Skip();");
        }

        if (groups.Length == 0)
            return;

        using (writer.Block($"else"))
            Group(writer, node, groups[0], integer);
    }

    private void BeyondInt64(CodeWriter writer, SchemaNode node, JsonTypes[] groups)
    {
        PassBeyondInt64(writer, node);
        if (groups.Length == 0)
            return;

        using (writer.Block($"if (!at.MakesValue)"))
            Group(writer, node, groups[0], default);
    }

    private static void PassBeyondInt64(CodeWriter writer, SchemaNode node)
    {
        writer.Line($"if (!global::Parley.NumberChecks.PassBeyondInt64(ref reader, {FailureEmitter.Pointer(node, "type")}, {CSharpLiteral.String(TypeTests.Message(node.Types))}, at))");
        writer.Line($"    return false;");
    }

    private void Several(CodeWriter writer, SchemaNode node, JsonTypes[] groups)
    {
        using (writer.Block($"switch (reader.TokenType)"))
        {
            foreach (var group in groups)
                Section(writer, node, group);

            if (node.Types == JsonTypes.None)
            {
                writer.Line($"default:");
                using (writer.Indent())
                {
                    ValueCheckEmitter.Rest(writer, node);
                    writer.Line($"break;");
                }

                return;
            }

            var others = TypeTests.Tokens(node.Types).Where(type => !groups.Contains(type)).ToArray();
            var whole = others.Contains(JsonTypes.Number) && !node.Types.HasFlag(JsonTypes.Number);
            if (whole)
                Section(writer, node, JsonTypes.Number);

            var free = others.Where(type => !whole || type != JsonTypes.Number).ToArray();
            foreach (var type in free)
                writer.Line($"case {TypeTests.Token(type)}:");
            if (free.Length > 0)
            {
                writer.Line($"    reader.Skip();");
                writer.Line($"    break;");
            }

            writer.Line($"default:");
            using (writer.Indent())
            {
                TypeFailure(writer, node);
                writer.Line($"reader.Skip();");
                writer.Line($"break;");
            }
        }
    }

    private void Section(CodeWriter writer, SchemaNode node, JsonTypes group)
    {
        writer.Line($"case {TypeTests.Token(group)}:");
        using (writer.Block())
        {
            if (group == JsonTypes.Number && node.Types.HasFlag(JsonTypes.Integer) && !node.Types.HasFlag(JsonTypes.Number))
                Whole(writer, node);
            Group(writer, node, group, default);
            writer.Line($"break;");
        }
    }

    private void Whole(CodeWriter writer, SchemaNode node)
    {
        if (!BecomesLong(node))
        {
            FailureEmitter.Check.Assert(writer, node, new("type", TypeTests.NotInteger(default), TypeTests.Message(node.Types)));
            return;
        }

        using (writer.Block($"if ({TypeTests.NotInteger(CSharpCode.Of($"_"))})"))
            PassBeyondInt64(writer, node);
    }

    private bool BecomesLong(SchemaNode node) => node.Types.HasFlag(JsonTypes.Integer) && node.Shape.Kind == ShapeKind.Integer && scope.IsKept(node);

    private static void TypeFailure(CodeWriter writer, SchemaNode node) =>
        FailureEmitter.Check.Assert(writer, node, new("type", default, TypeTests.Message(node.Types)));

    private void Group(CodeWriter writer, SchemaNode node, JsonTypes group, CSharpCode integer)
    {
        foreach (var assertion in KeywordChecks.Of(node, group, new CheckSubject(scope, integer)))
            FailureEmitter.Check.Assert(writer, node, assertion);
        if (group == JsonTypes.Object)
            new ObjectCheckEmitter(scope, values, marks).Write(writer, node);
        else if (group == JsonTypes.Array)
            new ArrayCheckEmitter(scope, values, marks).Write(writer, node);
    }
}
