using Parley.Generator.Emit.Validation;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Types;

/// <summary>The <c>Read</c> of a record: verdict and value in one walk.</summary>
internal static class RecordReadEmitter
{
    public static void Write(CodeWriter writer, DeclarationScope scope, RecordProperty[] properties, CSharpCode value)
    {
        var schema = scope.Type.Schema;
        EntryPointEmitter.Plumbing(writer);
        writer.Line($"public static bool Read(ref {CSharpTypes.Reader} reader, [global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out {value} value)");
        using (writer.Block())
        {
            writer.Line($"value = null;");
            if (CSharpTypes.IsNullable(schema.Shape))
            {
                writer.Line($"if (reader.TokenType == {CSharpTypes.Token}.Null)");
                writer.Line($"    return {(NeedsCheckFirst(schema) ? CSharpCode.Of($"Check(ref reader, {CSharpTypes.Verdict})") : CSharpCode.Of($"true"))};");
            }

            writer.Line($"if (reader.TokenType != {CSharpTypes.Token}.StartObject) return false;");
            if (NeedsCheckFirst(schema))
            {
                writer.Blank();
                writer.Line($"// These rules look at the object as a whole: they are checked ahead, then it is read.");
                writer.Line($"var ahead = reader;");
                writer.Line($"if (!Check(ref ahead, {CSharpTypes.Verdict})) return false;");
            }

            writer.Blank();
            new Body(writer, scope, properties).Write();
        }
    }

    // Rules about single members, their number and their names' presence are decided while reading.
    private static bool NeedsCheckFirst(SchemaNode schema) =>
        ValueCheckEmitter.HasInPlace(schema) || schema.PropertyNames is not null || schema.PatternProperties.Count > 0 || schema.DependentSchemas.Count > 0
        || (schema.UnevaluatedProperties is not null && !AdditionalPropertiesCheck.IsClosed(schema)) || schema.Const is not null || schema.Enum is not null;

    private sealed class Body(CodeWriter writer, DeclarationScope scope, RecordProperty[] properties)
    {
        private readonly SchemaNode _schema = scope.Type.Schema;
        private readonly MemberTable _members = new(scope.Type.Schema);
        private readonly ValueReadEmitter _values = new(scope);
        private readonly Dictionary<RecordProperty, CSharpIdentifier> _local = [];

        public void Write()
        {
            var counted = KeywordChecks.Of(_schema, JsonTypes.Object, new CheckSubject(scope, Count: CSharpCode.Of($"count")), CheckMoment.AfterChildren).ToArray();
            var additional = RecordEmitter.AdditionalShape(_schema);
            Declare(additional, counted.Length > 0);

            using (writer.Block($"while (reader.ReadName())"))
            {
                if (counted.Length > 0)
                    writer.Line($"count++;");
                if (_members.Count > 0)
                    _members.WriteLookup(writer, scope, FailureEmitter.Read);
                if (properties.Length > 0)
                    Dispatch(additional);
                else
                    ReadAdditional(additional);
            }

            writer.Blank();
            RequiredCheck.Write(writer, _members, FailureEmitter.Read);
            DependentRequiredCheck.Write(writer, _members, FailureEmitter.Read);
            foreach (var assertion in counted)
                FailureEmitter.Read.AssertBehind(writer, _schema, assertion);
            Construct(additional);
        }

        private void Declare(Shape? additional, bool counts)
        {
            foreach (var property in properties)
            {
                if (property.Form == PropertyForm.Constant)
                    continue;
                var local = scope.Names.Camel(property.Node.Identifier);
                _local.Add(property, local);
                writer.Line($"{CSharpTypes.Local(property.Shape)} {local} = default;");
            }

            if (additional is not null)
                writer.Line($"var additional = default(global::Parley.ValueMapBuilder<{CSharpTypes.Of(additional)}>);");
            if (counts)
                writer.Line($"var count = 0;");
            if (_members.Count > 0)
                _members.WriteSeen(writer);
        }

        private void Dispatch(Shape? additional)
        {
            var isUndeclared = _members.IsNoneOf([.. properties.Select(static property => property.Node.Name)]);
            if (additional is null)
            {
                FailureEmitter.Read.If(writer, isUndeclared, default, "/" + AdditionalPropertiesCheck.KeywordOf(_schema));
            }
            else
            {
                using (writer.Block($"if ({isUndeclared})"))
                {
                    ReadAdditional(additional);
                    writer.Line($"continue;");
                }

                writer.Blank();
            }

            writer.Line($"reader.Read();");
            using (writer.Block($"switch (member)"))
            {
                foreach (var property in properties)
                    ReadProperty(property);
            }
        }

        private void ReadProperty(RecordProperty property)
        {
            scope.CancellationToken.ThrowIfCancellationRequested();
            writer.Line($"case {_members.IndexOf(property.Node.Name)}: // {XmlDocText.Of(property.Node.Schema.Pointer)}");
            using (writer.Indent())
            {
                if (property.IsOfPart && property.Form == PropertyForm.Constant)
                    writer.Line($"reader.Skip();");
                else if (property.IsOfPart)
                    new ShapeReadEmitter(scope).Write(writer, property.Shape, property.Node.Schema.Pointer, _local[property]);
                else if (property.Form == PropertyForm.Constant)
                    _values.Skip(writer, property.Node.Schema);
                else
                    _values.Into(writer, property.Node.Schema, _local[property]);
                writer.Line($"break;");
            }
        }

        private void ReadAdditional(Shape? additional)
        {
            if (additional is null)
            {
                FailureEmitter.Read.If(writer, default, default, "/" + AdditionalPropertiesCheck.KeywordOf(_schema));
                return;
            }

            writer.Line($"var name = reader.GetString()!;");
            writer.Line($"reader.Read();");
            writer.Line($"{CSharpTypes.Local(additional)} unknown;");
            if (_schema.AdditionalProperties is { Boolean: null } schema && _schema.PatternProperties.Count == 0)
                _values.Into(writer, schema, CSharpIdentifier.Of("unknown"));
            else
                ValueReadEmitter.Untyped(writer, CSharpIdentifier.Of("unknown"));
            writer.Line($"if (!additional.TryAdd(name, {CSharpTypes.Filled(additional, CSharpIdentifier.Of("unknown"))})) return false;");
        }

        private void Construct(Shape? additional)
        {
            using (writer.Block($"value = new {CSharpIdentifier.Of(scope.Type.Name)}", $"}};"))
            {
                foreach (var property in properties)
                {
                    if (property.Form != PropertyForm.Constant)
                        writer.Line($"{property.Identifier} = {Value(property)},");
                }

                if (additional is not null)
                    writer.Line($"AdditionalMembers = additional.ToValueMap(),");
            }

            writer.Line($"return true;");
        }

        private CSharpCode Value(RecordProperty property)
        {
            var local = _local[property];
            return property.Form switch
            {
                PropertyForm.OptionalNullable => CSharpCode.Of($"{_members.Saw(property.Node.Name)} ? new({local}) : default"),
                PropertyForm.Optional when !CSharpTypes.IsClass(property.Shape) => CSharpCode.Of($"{_members.Saw(property.Node.Name)} ? {local} : default({property.Type})"),
                PropertyForm.Required => CSharpTypes.Filled(property.Shape, local),
                _ => CSharpCode.Of($"{local}"),
            };
        }
    }
}
