namespace Parley.Bayeux.Load.Clients;

/// <summary>What the arrival of an event says about the delivery.</summary>
internal enum Arrival
{
    /// <summary>For the first time, and none that was published later had come before.</summary>
    InOrder,

    /// <summary>For the first time, but after one that was published later.</summary>
    Reordered,

    /// <summary>Again.</summary>
    Duplicated,
}
