using Parley.Schema.Json;

namespace Parley.Documentation.Lint.Examples;

/// <summary>A rule that an example breaks.</summary>
/// <param name="Value">The value that breaks it, within the example.</param>
/// <param name="Rule">The keyword with its place, such as <c>chat/send-request.schema.json#/properties/text/maxLength</c>.</param>
/// <param name="Message">What is wrong, as the end of a sentence that begins with the value.</param>
internal sealed record ExampleFault(JsonNode Value, string Rule, string Message);
