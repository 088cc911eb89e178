using System.Text;

namespace Parley.Tests.Validation;

public sealed class MalformedTextMessageTests
{
    [Theory]
    [InlineData("""{"a":1,}""")]
    [InlineData("[1,]")]
    [InlineData("/* no */ 1")]
    public void A_message_is_for_the_sender_of_the_text(string json)
    {
        var message = JsonTextCheck.Explain(Encoding.UTF8.GetBytes(json))?.Message;

        Assert.StartsWith("The body is not JSON: ", message, StringComparison.Ordinal);
        Assert.DoesNotContain("mode", message, StringComparison.Ordinal);
        Assert.DoesNotContain("option", message, StringComparison.Ordinal);
        Assert.Contains("(line 1, column ", message, StringComparison.Ordinal);
    }
}
