namespace Parley.Pacts;

/// <summary>A pact of specification V4, which holds HTTP interactions and messages in one file.</summary>
public interface IPactV4 : IPact;
