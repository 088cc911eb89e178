namespace Parley.Tests.Operations;

public sealed class LifecycleGuardTests
{
    [Theory]
    [InlineData("Talking", true)]
    [InlineData("Shouting", true)]
    [InlineData("Silent", false)]
    [InlineData("talking", false)]
    [InlineData("", false)]
    public void An_operation_is_allowed_in_its_states_only(string state, bool allowed)
    {
        Assert.Equal(allowed, LifecycleGuard.Allows(GreetingContract.Farewell, state));
        Assert.Equal(allowed, LifecycleGuard.Check(GreetingContract.Farewell, state) is null);
    }

    [Fact]
    public void An_operation_without_states_is_allowed_in_any() => Assert.True(LifecycleGuard.Allows(GreetingContract.Find, "anything"));

    [Fact]
    public void A_refusal_names_operation_state_and_allowed_states() =>
        Assert.Equal(
            OperationFailure.WrongState("Farewell is not allowed in state Silent; it is allowed in Talking, Shouting."),
            LifecycleGuard.Check(GreetingContract.Farewell, "Silent"));
}
