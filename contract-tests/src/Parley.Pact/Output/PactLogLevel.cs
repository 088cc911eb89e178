namespace Parley.Pacts;

/// <summary>How much the Pact core logs. The first level that is set holds for the process.</summary>
public enum PactLogLevel
{
    /// <summary>Everything.</summary>
    Trace,

    /// <summary>What helps to find a mistake in the core.</summary>
    Debug,

    /// <summary>What happens.</summary>
    Information,

    /// <summary>What is odd.</summary>
    Warn,

    /// <summary>What failed.</summary>
    Error,

    /// <summary>Nothing.</summary>
    None,
}
