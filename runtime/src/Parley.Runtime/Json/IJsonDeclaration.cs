using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Parley;

/// <summary>
/// What is emitted for one declaration of a schema: a record, an enum, or checks for a value of another shape. Emitted declarations call each other through these methods;
/// applications use <see cref="IJsonType{TSelf}"/> or the <c>TryRead</c>, <c>Validate</c> and <c>Explain</c> of the declaration.
/// </summary>
/// <typeparam name="TValue">What its values are in C#.</typeparam>
public interface IJsonDeclaration<TValue>
{
    /// <summary>Verdict and value in one pass; stops at the first broken rule.</summary>
    /// <param name="reader">On the value's first token, over text that <see cref="JsonText"/> has let in. Ends on the value's last token when the value is valid.</param>
    /// <param name="value">The value.</param>
    static abstract bool Read(ref Utf8JsonCursor reader, [MaybeNullWhen(false)] out TValue value);

    /// <summary>Verdict, and whatever else the sink makes of the broken rules.</summary>
    /// <param name="reader">On the value's first token; ends on its last, unless the result is false.</param>
    /// <param name="sink">Takes broken rules and decides whether to go on.</param>
    /// <returns>False when the sink said to stop.</returns>
    static abstract bool Check<TSink>(ref Utf8JsonCursor reader, TSink sink)
        where TSink : struct, IFailureSink<TSink>;

    /// <summary>Writes a value as JSON.</summary>
    static abstract void Write(Utf8JsonWriter writer, TValue value);
}
