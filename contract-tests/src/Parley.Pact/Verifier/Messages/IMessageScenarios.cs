namespace Parley.Pacts;

/// <summary>How each message of the provider comes about.</summary>
public interface IMessageScenarios
{
    /// <summary>The scenarios by description.</summary>
    IReadOnlyDictionary<string, Scenario> Scenarios { get; }

    /// <summary>Adds a message.</summary>
    /// <param name="description">Its description in the pact.</param>
    /// <param name="factory">Brings it about; called once the provider state has been set up.</param>
    IMessageScenarios Add(string description, Func<object?> factory);

    /// <summary>Adds a message with metadata or settings of its own.</summary>
    IMessageScenarios Add(string description, Action<IMessageScenarioBuilder> configure);

    /// <inheritdoc cref="Add(string, Action{IMessageScenarioBuilder})"/>
    IMessageScenarios Add(string description, Func<IMessageScenarioBuilder, Task> configure);
}
