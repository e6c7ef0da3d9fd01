using EmulatorHost;

return await HostCommand.RunAsync(args);
