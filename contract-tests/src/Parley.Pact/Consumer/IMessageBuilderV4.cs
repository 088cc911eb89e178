using System.Text.Json;

namespace Parley.Pacts;

/// <summary>A message.</summary>
public interface IMessageBuilderV4
{
    /// <summary>Names what must hold at the provider before.</summary>
    IMessageBuilderV4 Given(string providerState);

    /// <summary>Names what must hold at the provider before.</summary>
    /// <param name="providerState">The state.</param>
    /// <param name="parameters">Its parameters. They arrive as text, also those that look like numbers.</param>
    IMessageBuilderV4 Given(string providerState, IDictionary<string, string> parameters);

    /// <summary>Adds metadata, compared exactly.</summary>
    IMessageBuilderV4 WithMetadata(string key, string value);

    /// <summary>Sets the content; matchers may stand anywhere in it.</summary>
    IConfiguredMessageVerifier WithJsonContent(object? body);

    /// <summary>Sets the content, serialised in a way of its own.</summary>
    IConfiguredMessageVerifier WithJsonContent(object? body, JsonSerializerOptions settings);
}
