using Microsoft.Extensions.Logging;

namespace Parley.Bayeux;

internal sealed partial class CursorWriter
{
    private static partial class Log
    {
        [LoggerMessage(302, LogLevel.Error, "Cursors of user '{UserId}' could not be stored; it is tried again at the next sweep.")]
        public static partial void WriteFailed(ILogger logger, Exception exception, string userId);
    }
}
