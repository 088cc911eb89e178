using Parley.Schema.Naming;

namespace Parley.Schema.Tests.Naming;

public sealed class IdentifiersTests
{
    [Theory]
    [InlineData("sms-sessions", "SmsSessions")]
    [InlineData("referenceId", "ReferenceId")]
    [InlineData("SMSsession", "SMSsession")]
    [InlineData("a.b c_d", "ABCD")]
    [InlineData("class", "Class")]
    [InlineData("3d", "_3d")]
    [InlineData("PegAG?:2>1", "PegAG21")]
    [InlineData("élan", "Élan")]
    [InlineData("", "Empty")]
    [InlineData("@", "U0040")]
    [InlineData("\U0001F600", "UD83DUDE00")]
    [InlineData("a\u2028b", "AB")]
    [InlineData("\";}//", "U0022U003BU007DU002FU002F")]
    public void Pascal_case_is_made_of_letters_and_digits(string name, string expected) => Assert.Equal(expected, Identifiers.Pascal(name));

    [Theory]
    [InlineData("id", "id")]
    [InlineData("UserId", "userId")]
    [InlineData("event", "eventValue")]
    [InlineData("request", "requestValue")]
    [InlineData("user-id", "userId")]
    public void Parameters_avoid_words_that_are_taken(string name, string expected) => Assert.Equal(expected, Identifiers.Parameter(name));

    [Theory]
    [InlineData("My.App", "My.App")]
    [InlineData("My-App.2nd", "My_App._2nd")]
    [InlineData("my.class", "my.@class")]
    [InlineData("", "")]
    [InlineData(".a..b.", "a.b")]
    public void Namespaces_are_made_of_identifiers(string name, string expected) => Assert.Equal(expected, Identifiers.Namespace(name));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    public void Culture_changes_no_name(string culture)
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(culture);

            Assert.Equal("IdI", Identifiers.Pascal("id-i"));
            Assert.Equal("id", Identifiers.Parameter("Id"));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
