using System.Text.Json;

namespace Parley.Pacts;

internal sealed class MessageScenarioBuilder(string description) : IMessageScenarioBuilder
{
    private Func<Task<object?>>? _factory;
    private object? _metadata;
    private JsonSerializerOptions? _settings;

    public IMessageScenarioBuilder WithMetadata(object metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        _metadata = metadata;
        return this;
    }

    public void WithContent(Func<object?> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        _factory = () => Task.FromResult(factory());
    }

    public void WithContent(Func<object?> factory, JsonSerializerOptions settings)
    {
        WithContent(factory);
        _settings = settings;
    }

    public Task WithContentAsync(Func<Task<object?>> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        _factory = factory;
        return Task.CompletedTask;
    }

    public Task WithContentAsync(Func<Task<object?>> factory, JsonSerializerOptions settings)
    {
        _settings = settings;
        return WithContentAsync(factory);
    }

    public Scenario Build() =>
        new(description, _factory ?? throw new InvalidOperationException($"The message '{description}' has no content; call WithContent."), _metadata, _settings);
}
