namespace Parley;

/// <summary>Takes the rules that a value breaks. A struct, so that emitted checks are compiled once without any reporting and once with it.</summary>
/// <typeparam name="TSelf">The sink itself.</typeparam>
public interface IFailureSink<TSelf>
    where TSelf : struct, IFailureSink<TSelf>
{
    /// <summary>
    /// Whether a C# value is made of what is checked, so that an integer must fit 64 bits. Not so where a schema only asks what a value is, as in <c>not</c>: there 1e30 is an integer.
    /// </summary>
    bool MakesValue { get; }

    /// <summary>Whether anybody hears of broken rules; else there is no need to word them.</summary>
    bool Reports { get; }

    /// <summary>Enters a declaration. Pointers given to the result are pointers of its file.</summary>
    /// <param name="schema">URI or path of the schema file.</param>
    /// <param name="pointer">The declaration's place in it as a fragment, such as <c>#/$defs/id</c>.</param>
    TSelf In(string schema, string pointer);

    /// <summary>Follows a keyword that evaluates another declaration.</summary>
    /// <param name="pointer">The keyword's place, such as <c>#/properties/x/$ref</c>.</param>
    TSelf At(string pointer);

    /// <summary>Takes a rule that the token under the reader breaks.</summary>
    /// <param name="reader">On the offending token.</param>
    /// <param name="pointer">The keyword's place, such as <c>#/properties/nickname/maxLength</c>.</param>
    /// <param name="message">What the rule asks for, as a sentence that follows the place: <c>must have at most 3 characters</c>.</param>
    /// <returns>Whether to go on checking.</returns>
    bool Fail(scoped ref Utf8JsonCursor reader, string pointer, string message);

    /// <summary>Takes a rule that a value breaks as a whole, known only after walking it.</summary>
    /// <param name="start">Byte offset of the value's first token.</param>
    /// <param name="pointer">The keyword's place.</param>
    /// <param name="message">What the rule asks for, as in <see cref="Fail"/>.</param>
    /// <returns>Whether to go on checking.</returns>
    bool FailAt(long start, string pointer, string message);

    /// <summary>Takes a value where the schema is <c>false</c>. Reported with the keyword <c>false</c>.</summary>
    /// <param name="reader">On the value.</param>
    /// <param name="pointer">The place of the boolean schema.</param>
    /// <returns>Whether to go on checking.</returns>
    bool FailAlways(scoped ref Utf8JsonCursor reader, string pointer);

    /// <summary>Takes a member name that occurs twice in one object. Reported with the keyword <c>duplicate</c>.</summary>
    /// <param name="start">Byte offset of the second name.</param>
    /// <param name="pointer">The place of the object's schema.</param>
    /// <returns>Whether to go on checking.</returns>
    bool FailDuplicate(long start, string pointer);
}
