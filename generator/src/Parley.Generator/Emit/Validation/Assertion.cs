using Parley.Generator.Emit.Writing;

namespace Parley.Generator.Emit.Validation;

/// <summary>One keyword of one subschema as a C# condition.</summary>
/// <param name="Keyword">The keyword.</param>
/// <param name="FailsWhen">True when the value breaks the rule; ready to stand beside <c>&amp;&amp;</c>.</param>
/// <param name="Message">What the rule asks for, as a sentence that follows the place.</param>
internal sealed record Assertion(string Keyword, CSharpCode FailsWhen, string Message);
