using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Parley;

/// <summary>Base of emitted declarations whose values have a C# type of their own, such as an enum: the members through which applications use them.</summary>
/// <typeparam name="TSelf">The declaration itself.</typeparam>
/// <typeparam name="TValue">What its values are.</typeparam>
public abstract class JsonDeclaration<TSelf, TValue>
    where TSelf : JsonDeclaration<TSelf, TValue>, IJsonDeclaration<TValue>
{
    /// <inheritdoc cref="JsonText.TryRead{TDeclaration, TValue}"/>
    public static bool TryRead(ReadOnlySpan<byte> utf8Json, [MaybeNullWhen(false)] out TValue value, JsonReaderOptions options = default) =>
        JsonText.TryRead<TSelf, TValue>(utf8Json, out value, options);

    /// <inheritdoc cref="JsonText.Validate{TDeclaration, TValue}"/>
    public static bool Validate(ReadOnlySpan<byte> utf8Json, JsonReaderOptions options = default) => JsonText.Validate<TSelf, TValue>(utf8Json, options);

    /// <inheritdoc cref="JsonText.Explain{TDeclaration, TValue}"/>
    public static SchemaErrors Explain(ReadOnlySpan<byte> utf8Json, JsonReaderOptions options = default) => JsonText.Explain<TSelf, TValue>(utf8Json, options);
}
