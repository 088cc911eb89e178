using Microsoft.Extensions.Logging;

namespace Parley.Bayeux;

internal sealed partial class PrivateStream
{
    private static partial class Log
    {
        [LoggerMessage(301, LogLevel.Error, "The event log of user '{UserId}' could not be read; it is tried again at the next sweep.")]
        public static partial void ReadFailed(ILogger logger, Exception exception, string userId);
    }
}
