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
        JsonTypes.String => LengthCheck.Applies(node) || node.Pattern is not null || node.AssertedFormat is not null,
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
        if (BecomesLong(node))
        {
            Integer(writer, node, groups);
            return;
        }

        if (groups.Length == 0)
        {
            FailureEmitter.Require(writer, TypeTests.Fails(node, default), Refusal(node));
            return;
        }

        if (node.Types == JsonTypes.String && LengthCheck.IsAlone(node))
        {
            FailureEmitter.Require(writer, default, LengthCheck.OfValue(node));
            return;
        }

        // The walk of an object or array is the last that a method does.
        if (groups[0] is JsonTypes.Object or JsonTypes.Array)
        {
            writer.Line($"if ({TypeTests.Fails(node, default)}) return {Refusal(node)};");
            writer.Blank();
            Group(writer, node, groups[0]);
            return;
        }

        writer.Line($"if ({TypeTests.Fails(node, default)}) {{ if (!{Refusal(node)}) return false; }}");
        var rules = new CodeWriter();
        Group(rules, node, groups[0]);
        var code = CSharpCode.Of(rules);
        if (code.Text.Contains("\n"))
        {
            using (writer.Block($"else"))
                writer.Code(code);
        }
        else
        {
            writer.Line($"else {code}");
        }
    }

    private void Integer(CodeWriter writer, SchemaNode node, JsonTypes[] groups)
    {
        var isInteger = scope.Names.Camel("isInteger");
        var result = groups.Length == 0 ? CSharpCode.Of($"_") : CSharpCode.Of($"var {isInteger}");
        FailureEmitter.Require(writer, default, CSharpCode.Of(
            $"global::Parley.NumberChecks.CheckInteger(ref reader, {FailureEmitter.Pointer(node, "type")}, {CSharpLiteral.String(TypeTests.Message(node.Types))}, at, out {result})"));
        if (groups.Length == 0)
            return;

        using (writer.Block($"if ({isInteger})"))
            Group(writer, node, groups[0]);
    }

    private static void PassBeyondInt64(CodeWriter writer, SchemaNode node)
    {
        writer.Line($"if (!global::Parley.NumberChecks.PassBeyondInt64(ref reader, {FailureEmitter.Pointer(node, "type")}, {CSharpLiteral.String(TypeTests.Message(node.Types))}, at)) return false;");
    }

    private void Several(CodeWriter writer, SchemaNode node, JsonTypes[] groups)
    {
        var others = TypeTests.Tokens(node.Types).Where(type => !groups.Contains(type)).ToArray();
        var whole = others.Contains(JsonTypes.Number) && !node.Types.HasFlag(JsonTypes.Number);
        if (groups.Length == 0 && !whole)
        {
            var tokens = CSharpCode.Join(CSharpCode.Of($" or "), others.Select(TypeTests.Token));
            FailureEmitter.Require(writer, CSharpCode.Of($"reader.TokenType is not ({tokens})"), Refusal(node));
            return;
        }

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
                FailureEmitter.Require(writer, default, Refusal(node));
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
            Group(writer, node, group);
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

    private static CSharpCode Refusal(SchemaNode node) =>
        CSharpCode.Of($"global::Parley.ValueChecks.Refuse(ref reader, {FailureEmitter.Pointer(node, "type")}, {CSharpLiteral.String(TypeTests.Message(node.Types))}, at)");

    private void Group(CodeWriter writer, SchemaNode node, JsonTypes group)
    {
        if (group == JsonTypes.String && LengthCheck.Applies(node))
            FailureEmitter.Require(writer, default, LengthCheck.OfString(node));
        foreach (var assertion in KeywordChecks.Of(node, group, new CheckSubject(scope)))
            FailureEmitter.Check.Assert(writer, node, assertion);
        if (group == JsonTypes.Object)
            new ObjectCheckEmitter(scope, values, marks).Write(writer, node);
        else if (group == JsonTypes.Array)
            new ArrayCheckEmitter(scope, values, marks).Write(writer, node);
    }
}
