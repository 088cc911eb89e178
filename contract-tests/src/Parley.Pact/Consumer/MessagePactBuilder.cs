namespace Parley.Pacts;

internal sealed class MessagePactBuilder(PactHandle pact, PactConfig config) : IMessagePactBuilderV4
{
    public IMessageBuilderV4 ExpectsToReceive(string description)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        return new MessageBuilder(pact, NativeMethods.NewMessage(pact, description), config);
    }

    public IMessagePactBuilderV4 WithPactMetadata(string @namespace, string name, string value)
    {
        NativeMethods.WithPactMetadata(pact, @namespace, name, value);
        return this;
    }
}
