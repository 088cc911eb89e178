using System.Text;
using System.Text.Json;

namespace Parley.Pacts;

internal sealed class MessageBuilder(PactHandle pact, uint message, PactConfig config) : IMessageBuilderV4
{
    public IMessageBuilderV4 Given(string providerState)
    {
        ProviderStates.Add(message, providerState, parameters: null);
        return this;
    }

    public IMessageBuilderV4 Given(string providerState, IDictionary<string, string> parameters)
    {
        ProviderStates.Add(message, providerState, parameters);
        return this;
    }

    public IMessageBuilderV4 WithMetadata(string key, string value)
    {
        NativeMethods.WithMessageMetadata(message, key, value);
        return this;
    }

    public IConfiguredMessageVerifier WithJsonContent(object? body) => WithJsonContent(body, config.DefaultJsonSettings);

    public IConfiguredMessageVerifier WithJsonContent(object? body, JsonSerializerOptions settings)
    {
        var content = JsonSerializer.Serialize(body, settings);
        NativeMethods.WithMessageContents(message, "application/json", content, (nuint)Encoding.UTF8.GetByteCount(content));
        return new ConfiguredMessageVerifier(pact, message, config);
    }
}
