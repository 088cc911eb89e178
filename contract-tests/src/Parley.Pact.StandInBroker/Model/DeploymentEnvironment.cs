namespace Parley.Pacts.StandInBroker.Model;

/// <summary>A place where versions run, such as test or production.</summary>
internal sealed record DeploymentEnvironment(string Uuid, string Name, string DisplayName, bool Production);
