using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Hosting;

/// <summary>What the contact center consists of. Configuration section <c>ContactCenter</c>.</summary>
internal sealed class ContactCenterOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "ContactCenter";

    /// <summary>
    /// The database file; a relative path starts at the working directory. Empty (the default): <c>parley/contact-center.db</c> in the user's folder for
    /// application data (<c>$XDG_DATA_HOME</c> or <c>~/.local/share</c>).
    /// </summary>
    public string Database { get; set; } = "";

    /// <summary>What absolute URIs in notifications start with, without a trailing slash. Empty (the default): the first address that the server listens on.</summary>
    public string PublicUri { get; set; } = "";

    /// <summary>Queues. <c>default</c> always exists; by default <c>billing</c> does too.</summary>
    public IList<string> Queues { get; set; } = ["billing"];

    /// <summary>Names of the workbins that every agent has of his own. By default <c>drafts</c>.</summary>
    public IList<string> Workbins { get; set; } = ["drafts"];

    /// <summary>How long confirmed notifications are kept for replay, 1 minute to 1 year. Default 1 day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "366.00:00:00")]
    public TimeSpan ReplayWindow { get; set; } = TimeSpan.FromDays(1);

    /// <summary>
    /// How long notifications are kept that nobody has confirmed, 1 hour to 1 year. Default 30 days. An agent who stays away for longer misses the oldest.
    /// </summary>
    [Range(typeof(TimeSpan), "01:00:00", "366.00:00:00")]
    public TimeSpan UnconfirmedWindow { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long completed interactions with their transcripts, and ended items of the agent-state history, are kept, 1 day to 10 years. Default 90 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3660.00:00:00")]
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How often it is looked for what need not be kept any longer, 1 second to 1 day. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan CleanupInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The database file as an absolute path.</summary>
    public string DatabasePath => Path.GetFullPath(Database.Length > 0
        ? Database
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "parley", "contact-center.db"));
}
