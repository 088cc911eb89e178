using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>pattern</c>: a string matches an ECMA-262 expression somewhere.</summary>
internal sealed class PatternCheck : KeywordCheck
{
    public override JsonTypes AppliesTo => JsonTypes.String;

    public override Assertion? For(SchemaNode node, CheckSubject subject) =>
        node.Pattern is { } pattern
            ? new("pattern", CSharpCode.Of($"!{Field(subject.Scope, pattern)}.Matches(ref reader)"), $"must match the pattern {pattern}")
            : null;

    /// <summary>A static field with the compiled expression.</summary>
    public static CSharpIdentifier Field(DeclarationScope scope, string pattern) =>
        scope.Constant(
            CSharpCode.Of($"global::Parley.JsonPattern"), "Pattern", CSharpCode.Of($"new global::Parley.JsonPattern({CSharpLiteral.String(pattern)})"));
}
