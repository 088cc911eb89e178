using System.Text.Json;

namespace Parley.Pacts;

/// <summary>How a message comes about.</summary>
public interface IMessageScenarioBuilder
{
    /// <summary>Sets the metadata, an object whose members are compared with the pact's.</summary>
    IMessageScenarioBuilder WithMetadata(object metadata);

    /// <summary>Sets what brings the content about; called once the provider state has been set up.</summary>
    void WithContent(Func<object?> factory);

    /// <inheritdoc cref="WithContent(Func{object})"/>
    void WithContent(Func<object?> factory, JsonSerializerOptions settings);

    /// <summary>Sets what brings the content about; called, and awaited, once the provider state has been set up.</summary>
    /// <returns>A completed task.</returns>
    Task WithContentAsync(Func<Task<object?>> factory);

    /// <inheritdoc cref="WithContentAsync(Func{Task{object}})"/>
    Task WithContentAsync(Func<Task<object?>> factory, JsonSerializerOptions settings);
}
