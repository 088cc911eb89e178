using System.Text.Json;

namespace Parley.Pacts;

/// <summary>How one message comes about.</summary>
public sealed class Scenario
{
    private readonly Func<Task<object?>> _factory;

    internal Scenario(string description, Func<Task<object?>> factory, object? metadata, JsonSerializerOptions? settings)
    {
        Description = description;
        _factory = factory;
        Metadata = metadata;
        JsonSettings = settings;
    }

    /// <summary>The message's description in the pact.</summary>
    public string Description { get; }

    /// <summary>Its metadata; null for none.</summary>
    public object? Metadata { get; }

    /// <summary>How it is serialised; null for the settings of all messages.</summary>
    public JsonSerializerOptions? JsonSettings { get; }

    internal Task<object?> InvokeAsync() => _factory();
}
