using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Json;

namespace Parley.Generator.Emit.Validation;

/// <summary>A static field with texts to look a string up in. However many they are, what is emitted is one literal.</summary>
internal static class TextTableField
{
    public static CSharpIdentifier Of(DeclarationScope scope, IEnumerable<string> texts) => scope.Constant(
        CSharpCode.Of($"global::Parley.TextTable"),
        "Texts",
        CSharpCode.Of($"new global::Parley.TextTable({CSharpLiteral.Utf8($"[{string.Join(",", texts.Select(CompactJson.Quote))}]")})"));
}
