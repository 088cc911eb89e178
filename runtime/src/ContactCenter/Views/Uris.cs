using ContactCenter.Hosting;
using ContactCenter.Interactions;

namespace ContactCenter.Views;

/// <summary>URIs of resources: absolute, and as <c>path</c> members carry them.</summary>
internal sealed class Uris(PublicUri start)
{
    /// <summary>The path of an interaction on its channel, without the base path.</summary>
    public static string PathOf(InteractionRow interaction) => interaction.Channel switch
    {
        Channels.Chat => $"/chats/{interaction.Id}",
        Channels.Sms => $"/smssessions/{interaction.Id}",
        _ => $"/interactions/{interaction.Id}",
    };

    /// <summary>The path of a user, without the base path.</summary>
    public static string PathOfUser(string id) => $"/users/{id}";

    /// <summary>The absolute URI of a path.</summary>
    public string Absolute(string path) => $"{start.Value}/api/v2{path}";

    /// <summary>The absolute URI of an interaction on the URL that all interactions share.</summary>
    public string Shared(string id) => Absolute($"/interactions/{id}");
}
