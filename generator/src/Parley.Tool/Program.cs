using Parley.Tool;

return await CommandLine.RunAsync(args);
